package io.rolemeter.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the last run of a collector went.
 *
 * @param up false when it brought nothing: it broke off with an error of its own, unless there is a refusal
 * @param lastSuccess end of the last run that did not
 * @param interval how often it runs
 * @param refusal why nothing of what another process has collected was taken, in a sentence without its full stop
 */
public record CollectorRun(
        CollectorName collector,
        boolean up,
        Duration took,
        Optional<Instant> lastSuccess,
        Duration interval,
        Optional<String> refusal) {
    private static final int STALE_AFTER_INTERVALS = 3;

    /** A run of a collector of this process. */
    public CollectorRun(
            CollectorName collector, boolean up, Duration took, Optional<Instant> lastSuccess, Duration interval) {
        this(collector, up, took, lastSuccess, interval, Optional.empty());
    }

    /** Whether its facts can be believed: the last run went through, and not too long ago. */
    public boolean trusted(Instant now) {
        return up && !stale(now);
    }

    /** Whether its facts are older than three intervals: nobody should trust them any more. */
    public boolean stale(Instant now) {
        Duration limit = interval.multipliedBy(STALE_AFTER_INTERVALS);
        return lastSuccess.map(at -> at.plus(limit).isBefore(now)).orElse(true);
    }
}
