package io.rolemeter.config;

import io.rolemeter.model.Expectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what is common to all probes. An entry whose kind is clear is returned even if other parts of it are problems. */
final class ProbesReader {
    private static final List<String> COMMON = List.of("name", "interval", "timeout", "expect", "skip_unless");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);

    private final Collection<String> kinds;
    private final Set<String> names = new HashSet<>();

    /** Takes the keys that name a kind, in the order in which messages list them. */
    ProbesReader(Collection<String> kinds) {
        this.kinds = kinds;
    }

    List<ProbeSettings> read(List<Section> entries) {
        List<ProbeSettings> probes = new ArrayList<>();
        for (Section entry : entries) {
            read(entry).ifPresent(probes::add);
        }
        return probes;
    }

    private Optional<ProbeSettings> read(Section entry) {
        Set<String> before = Set.copyOf(names);
        String name = name(entry);
        Optional<Duration> interval = entry.duration("interval", Duration.ofSeconds(1), Duration.ofDays(7));
        Duration longest = interval.orElse(ProbeSettings.INTERVAL);
        Duration timeout = entry.duration("timeout", SHORTEST_TIMEOUT, longest)
                .orElse(longest.compareTo(ProbeSettings.TIMEOUT) < 0 ? longest : ProbeSettings.TIMEOUT);
        Expectation expect = entry.value("expect", "allowed or denied", ProbesReader::expectation)
                .orElse(Expectation.ALLOWED);
        Optional<String> skipUnless = entry.value(
                "skip_unless",
                "the name of a probe further up",
                text -> Optional.of(text).filter(before::contains));
        Optional<String> kind = kind(entry);
        entry.finish();
        return kind.map(key -> new ProbeSettings(
                name, key, expect, interval, timeout, skipUnless, entry.section(key), entry.json(key)));
    }

    private String name(Section entry) {
        Optional<String> name = entry.required(
                "name",
                "a name of 1 to 64 letters, digits and \"_\", \".\", \"-\"",
                text -> Optional.of(text).filter(NAME.asMatchPredicate()));
        if (name.isPresent() && !names.add(name.get())) {
            entry.problem("name", "stands in the file a second time; expected a name that no other probe has");
        }
        return name.orElse("");
    }

    private static Optional<Expectation> expectation(String text) {
        return Set.of("allowed", "denied").contains(text)
                ? Optional.of(Expectation.valueOf(text.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private Optional<String> kind(Section entry) {
        List<String> found = kinds.stream().filter(entry::has).toList();
        if (found.isEmpty() && entry.keys().stream().noneMatch(this::isMeantAsKind)) {
            entry.problem("has no kind; expected " + UnknownKey.anyOf(kinds));
        }
        found.stream()
                .skip(1)
                .forEach(key ->
                        entry.problem(key, "is a second kind beside " + found.get(0) + "; expected exactly one"));
        return found.stream().findFirst();
    }

    private boolean isMeantAsKind(String key) {
        return !COMMON.contains(key) && Nearest.to(key, COMMON).isEmpty();
    }
}
