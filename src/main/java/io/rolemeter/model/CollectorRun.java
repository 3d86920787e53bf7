package io.rolemeter.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the last run of a collector went.
 *
 * @param up false when it broke off with an error of its own
 * @param lastSuccess end of the last run that did not
 * @param interval how often it runs
 */
public record CollectorRun(
        CollectorName collector, boolean up, Duration took, Optional<Instant> lastSuccess, Duration interval) {
    private static final int STALE_AFTER_INTERVALS = 3;

    /** Whether its facts are older than three intervals: nobody should trust them any more. */
    public boolean stale(Instant now) {
        Duration limit = interval.multipliedBy(STALE_AFTER_INTERVALS);
        return lastSuccess.map(at -> at.plus(limit).isBefore(now)).orElse(true);
    }
}
