package io.rolemeter.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: whole numbers with the units {@code d}, {@code h}, {@code m}, {@code s} and {@code ms},
 * the largest first, as in {@code 30s}, {@code 500ms} or {@code 1h30m}.
 */
public final class Durations {
    private static final Pattern FORM = Pattern.compile(
            "(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m(?!s))?" + "(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?");

    private Durations() {}

    /** The duration, or empty for anything else: no unit, a fraction, a sign, a space. */
    public static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(count(form, 1))
                .plusHours(count(form, 2))
                .plusMinutes(count(form, 3))
                .plusSeconds(count(form, 4))
                .plusMillis(count(form, 5)));
    }

    /** The shortest text that {@link #parse} reads as the same duration, down to the millisecond. */
    public static String format(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static long count(Matcher form, int unit) {
        String digits = form.group(unit);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }
}
