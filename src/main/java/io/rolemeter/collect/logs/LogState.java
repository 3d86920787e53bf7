package io.rolemeter.collect.logs;

import io.rolemeter.model.LogError;
import java.util.Collections;
import java.util.EnumMap;
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

    LogState {
        logs = Map.copyOf(logs);
        Map<LogError, Long> copy = new EnumMap<>(LogError.class);
        copy.putAll(totals);
        totals = Collections.unmodifiableMap(copy);
    }
}
