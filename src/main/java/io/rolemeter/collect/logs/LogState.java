package io.rolemeter.collect.logs;

import io.rolemeter.model.LogError;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * All that is remembered from one look at the logs to the next. It holds positions, counts, times and what AWS said that it
 * denied, and no line of any log.
 *
 * @param logs by what each is called, fit to be shown
 * @param totals of all errors that were ever counted
 */
record LogState(Map<String, Followed> logs, Map<LogError, Long> totals) {
    /** Nothing was looked at yet. */
    static final LogState NONE = new LogState(Map.of(), Map.of());

    /** As long is a log known that nothing names any more. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    LogState {
        logs = Map.copyOf(logs);
        Map<LogError, Long> copy = new EnumMap<>(LogError.class);
        copy.putAll(totals);
        totals = Collections.unmodifiableMap(copy);
    }

    /**
     * This, and what was known of logs that nothing names now. Between the end of a program and its next start there is no process
     * that names its log: to forget how far it was read would be to count it anew, or to lose what was written meanwhile.
     */
    LogState andOfLate(LogState before, Instant now) {
        Map<String, Followed> more = new HashMap<>(logs);
        Comparator<Map.Entry<String, Followed>> oldest = Comparator.comparing(known -> readAt(known.getValue()));
        before.logs().entrySet().stream()
                .filter(known -> !logs.containsKey(known.getKey()))
                .filter(known -> readAt(known.getValue()).isAfter(now.minus(REMEMBERED)))
                .sorted(oldest.reversed())
                .limit(LogSources.MAX_LOGS)
                .forEach(known -> more.put(known.getKey(), known.getValue()));
        return new LogState(more, totals);
    }

    private static Instant readAt(Followed followed) {
        return followed.position().flatMap(Position::readAt).orElse(Instant.MIN);
    }
}
