package io.rolemeter.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Moments and durations as a person reads them. */
public final class Times {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final double NANOS = 1e9;
    private static final double MILLIS_IN_A_SECOND = 1e3;

    /** Moments outside of these years are mistakes or malice, and would break what is counted with them. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /** Reads what RFC 3339 writes in UTC; empty for anything else, and for moments before 1970 or after 9999. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(at -> !at.isBefore(FIRST) && !at.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As in {@code 10:00:00 UTC}. */
    public static String clock(Instant at) {
        return moment(at).substring(moment(at).indexOf(' ') + 1);
    }

    /** As in {@code 2026-11-21}, in UTC. */
    public static String day(Instant at) {
        return moment(at).substring(0, moment(at).indexOf(' '));
    }

    /** As in {@code 2026-11-21 10:00:00 UTC}. */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** Its two greatest units, without a sign, as in {@code 2h 13m}, {@code 5m} or {@code 45s}. */
    public static String span(Duration duration) {
        Duration length = duration.abs();
        if (length.toDays() > 0) {
            return units(length.toDays(), "d", length.toHoursPart(), "h");
        }
        if (length.toHours() > 0) {
            return units(length.toHours(), "h", length.toMinutesPart(), "m");
        }
        if (length.toMinutes() > 0) {
            return units(length.toMinutes(), "m", length.toSecondsPart(), "s");
        }
        return length.toSeconds() + "s";
    }

    private static String units(long greater, String greaterUnit, int lesser, String lesserUnit) {
        return greater + greaterUnit + (lesser == 0 ? "" : " " + lesser + lesserUnit);
    }

    /** As in {@code in 2h 13m} or {@code 3m ago}; what is now is {@code 0s ago}. */
    public static String relative(Instant at, Instant now) {
        Duration distance = Duration.between(now, at);
        return distance.isNegative() || distance.isZero() ? span(distance) + " ago" : "in " + span(distance);
    }

    /** Both, as in {@code 2026-11-21 10:00:00 UTC, in 2h 13m}. */
    public static String when(Instant at, Instant now) {
        return moment(at) + ", " + relative(at, now);
    }

    /** Of something short: {@code 31 ms} or {@code 2.5 s}. */
    public static String took(Duration duration) {
        double seconds = duration.toSeconds() + duration.toNanosPart() / NANOS;
        return seconds < 1
                ? Math.round(seconds * MILLIS_IN_A_SECOND) + " ms"
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
