package io.rolemeter.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How this host's credentials are usually renewed, learned from its own rotations: AWS promises no cadence.
 *
 * @param seen how many of the last rotations it was learned from
 * @param life of a set of credentials, from issue to expiry; the median
 * @param beforeExpiry how long a set would still have worked when it was replaced; the median
 * @param spread how far the rotations are from that median; the median again
 */
public record RotationRhythm(int seen, Duration life, Duration beforeExpiry, Duration spread) {
    /** Fewer rotations than this are no rhythm. */
    public static final int LEAST = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SPREADS = 3;

    /** Empty until enough rotations were seen. */
    public static Optional<RotationRhythm> of(List<Rotation> rotations) {
        if (rotations.size() < LEAST) {
            return Optional.empty();
        }
        Duration life = median(rotations.stream().map(Rotation::life));
        Duration beforeExpiry = median(rotations.stream().map(Rotation::beforeExpiry));
        Duration spread = median(rotations.stream()
                .map(rotation -> rotation.beforeExpiry().minus(beforeExpiry).abs()));
        return Optional.of(new RotationRhythm(rotations.size(), life, beforeExpiry, spread));
    }

    /** When credentials like these are usually replaced. */
    public Instant renewal(RoleSession session) {
        return session.expiresAt().minus(beforeExpiry);
    }

    /** From when on credentials like these are older than this host's ever are, with some patience. */
    public Instant overdue(RoleSession session) {
        Duration usual = spread.multipliedBy(SPREADS);
        return renewal(session).plus(usual.compareTo(PATIENCE) < 0 ? PATIENCE : usual);
    }

    /** From when on it is safer to believe that no new ones will come: half of the time that was left at the usual moment is over. */
    public Instant lost(RoleSession session) {
        Instant half = session.expiresAt().minus(beforeExpiry.dividedBy(2));
        Instant overdue = overdue(session);
        return half.isAfter(overdue) ? half : overdue;
    }

    private static Duration median(Stream<Duration> durations) {
        List<Duration> sorted = durations.sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
