package io.rolemeter.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The credential errors that programs have written into their logs.
 *
 * @param logs by path
 * @param totals errors seen since this process began to watch, of logs that are gone too; never falls
 * @param unreadable what kept a log, or a part of one, from being read
 */
public record LogsFact(
        Instant collectedAt, List<WatchedLog> logs, Map<LogError, Long> totals, List<UnreadLog> unreadable)
        implements Fact {
    public LogsFact {
        logs = List.copyOf(logs);
        Map<LogError, Long> copy = new EnumMap<>(LogError.class);
        copy.putAll(totals);
        totals = Collections.unmodifiableMap(copy);
        unreadable = List.copyOf(unreadable);
    }

    /** A log, or a folder of logs, that could not be read; {@code reason} is a few words such as {@code permission denied}. */
    public record UnreadLog(String path, String reason) {}

    public boolean complete() {
        return unreadable.isEmpty();
    }

    @Override
    public Facts addTo(Facts facts) {
        return facts.with(this);
    }
}
