package io.rolemeter.diagnose.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as a person reads them, in a sentence. */
final class Times {
    private Times() {}

    /** As in {@code 2026-11-21T18:04:05Z, in 2 h 13 min} or {@code …, 4 min ago}. */
    static String relative(Instant moment, Instant now) {
        boolean past = moment.isBefore(now);
        Duration distance = Duration.between(now, moment).abs();
        String text = past ? text(distance) + " ago" : "in " + text(distance);
        return moment.truncatedTo(ChronoUnit.SECONDS) + ", " + text;
    }

    /** The two largest units of a duration of any length. */
    static String text(Duration duration) {
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.toHours() == 0) {
            return duration.toMinutes() + " min";
        }
        return duration.toDays() == 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toDays() + " d " + duration.toHoursPart() + " h";
    }
}
