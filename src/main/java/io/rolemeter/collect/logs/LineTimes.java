package io.rolemeter.collect.logs;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the time at which a line was written from its beginning: as people write it, or as JSON loggers do.
 *
 * @param zone this host's, asked for when a line without one turns up: few do, and the JVM would read the zones of all the world
 */
record LineTimes(Supplier<ZoneId> zone) {
    private static final int SEARCHED = 160;
    /** A word that only begins like a zone, as in {@code ZooKeeper}, is none. */
    private static final String ZONE = "(?:UTC|GMT)?[+-]\\d\\d:?\\d\\d|(?:Z|UTC|GMT)(?![A-Za-z0-9_])";

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![0-9])(20\\d\\d)[-/](\\d\\d)[-/](\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,]\\d{1,9})?" + "(?: ?("
                    + ZONE + "))?(?![0-9])");
    /** Epoch seconds, milliseconds or with a fraction, of this century. */
    private static final Pattern EPOCH = Pattern.compile(
            "\"(?:time|timestamp|ts|@timestamp|t)\"\\s*:\\s*\"?([12]\\d{9})(\\d{3})?(?:\\.\\d{1,9})?[\"\\s,}]");

    private static final Pattern PREFIX =
            Pattern.compile("^\\[?20\\d\\d-\\d\\d-\\d\\d[T ][^ ]*(?: (?:" + ZONE + "))?: ");

    /** To the second; without a zone of its own it is this host's. Empty when the line does not tell, or tells no real time. */
    Optional<Instant> read(byte[] text, int lineStart, int to) {
        String line = beginning(text, lineStart, to);
        try {
            Matcher written = WRITTEN.matcher(line);
            if (written.find()) {
                LocalDateTime local = LocalDateTime.of(
                        number(written, 1),
                        number(written, 2),
                        number(written, 3),
                        number(written, 4),
                        number(written, 5),
                        number(written, 6));
                return Optional.of(local.atZone(zone(written.group(7))).toInstant());
            }
            Matcher epoch = EPOCH.matcher(line);
            return epoch.find() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1)))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How many bytes of the line are the time that PM2 puts before each line, those of one message too. */
    static int prefix(byte[] text, int lineStart, int to) {
        if (lineStart >= to || (text[lineStart] != '2' && text[lineStart] != '[')) {
            return 0;
        }
        Matcher prefix = PREFIX.matcher(beginning(text, lineStart, to));
        return prefix.find() ? prefix.end() : 0;
    }

    private ZoneId zone(@org.jspecify.annotations.Nullable String written) {
        if (written == null) {
            return zone.get();
        }
        String offset = written.replaceFirst("^(?:UTC|GMT)", "");
        return offset.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(offset);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String beginning(byte[] text, int lineStart, int to) {
        int end = lineStart;
        while (end < to && end - lineStart < SEARCHED && text[end] != '\n') {
            end++;
        }
        return new String(text, lineStart, end - lineStart, StandardCharsets.ISO_8859_1);
    }
}
