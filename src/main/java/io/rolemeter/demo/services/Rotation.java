package io.rolemeter.demo.services;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How the metadata service renews the role's credentials.
 *
 * @param age how long ago the credentials that the host starts with were issued
 * @param lifetime how long each set is valid, from its issue
 * @param renewal how long after its issue a set is replaced by a new one; empty when renewal has stopped
 * @param watched how many renewals, an hour apart, an earlier run of the agent has seen
 */
public record Rotation(Duration age, Duration lifetime, Optional<Duration> renewal, int watched) {

    private static final Duration LIFETIME = Duration.ofHours(6);

    /** The usual rhythm: sets that are valid for six hours, replaced every hour; the first is fifty minutes old. */
    public static Rotation hourly() {
        return new Rotation(Duration.ofMinutes(50), LIFETIME, Optional.of(Duration.ofHours(1)), 0);
    }

    /** One last set, valid for this long after the start. */
    public static Rotation stoppedWith(Duration left) {
        return new Rotation(LIFETIME.minus(left), LIFETIME, Optional.empty(), 0);
    }

    /** The usual rhythm, known from before, and then no renewal: the set that the host starts with is this old. */
    public static Rotation stalledAt(Duration age) {
        return new Rotation(age, LIFETIME, Optional.empty(), 5);
    }

    /** When the set that is served at a time was issued. */
    public Instant issued(Instant start, Instant now) {
        Instant first = start.truncatedTo(ChronoUnit.SECONDS).minus(age);
        return renewal.map(period -> first.plus(period.multipliedBy(completed(first, now, period))))
                .orElse(first);
    }

    private static long completed(Instant first, Instant now, Duration period) {
        return Math.max(0, Duration.between(first, now).dividedBy(period));
    }
}
