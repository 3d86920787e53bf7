package io.rolemeter.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The credential errors in one log since its program was last started.
 *
 * @param path on the host
 * @param workload the program that writes it, as in {@code pm2:api}; empty for a log that only the configuration names
 * @param since what was written before this moment does not count: the start of the oldest process that writes the log, or a day
 *     before the first look where none is known
 * @param errors one entry for each kind that was found
 * @param undated errors that the log gives no time for and that may be older than {@code since}; counted nowhere else
 * @param denials the latest, one for each principal and action
 */
public record WatchedLog(
        String path,
        Optional<String> workload,
        Instant since,
        List<LoggedErrors> errors,
        long undated,
        List<DeniedAction> denials) {
    public WatchedLog {
        errors = List.copyOf(errors);
        denials = List.copyOf(denials);
    }

    /** Empty when there was none. */
    public Optional<LoggedErrors> errors(LogError error) {
        return errors.stream().filter(logged -> logged.error() == error).findFirst();
    }
}
