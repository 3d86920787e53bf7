package io.rolemeter.collect.logs;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in one log since its program was started.
 *
 * @param errors those that were written since then
 * @param undated how many could be older
 * @param denials the latest {@value #MAX_DENIALS}, the last one first
 */
record Tally(Instant since, Map<LogError, LoggedErrors> errors, long undated, List<DeniedAction> denials) {
    private static final int MAX_DENIALS = 5;

    Tally {
        Map<LogError, LoggedErrors> copy = new EnumMap<>(LogError.class);
        copy.putAll(errors);
        errors = Collections.unmodifiableMap(copy);
        denials = List.copyOf(denials);
    }

    static Tally none(Instant since) {
        return new Tally(since, Map.of(), 0, List.of());
    }

    /** One more, written at that time. */
    Tally with(Mention mention, Instant at) {
        Map<LogError, LoggedErrors> more = new EnumMap<>(LogError.class);
        more.putAll(errors);
        more.merge(
                mention.error(),
                new LoggedErrors(mention.error(), 1, at),
                (known, one) -> new LoggedErrors(
                        known.error(), known.count() + 1, known.last().isAfter(at) ? known.last() : at));
        return new Tally(
                since, more, undated, mention.denied().map(this::latest).orElse(denials));
    }

    /** One more that could be older. */
    Tally withUndated() {
        return new Tally(since, errors, undated + 1, denials);
    }

    private List<DeniedAction> latest(DeniedAction denied) {
        List<DeniedAction> latest = new ArrayList<>();
        latest.add(denied);
        denials.stream()
                .filter(other -> !other.principal().equals(denied.principal())
                        || !other.action().equals(denied.action()))
                .limit(MAX_DENIALS - 1)
                .forEach(latest::add);
        return latest;
    }
}
