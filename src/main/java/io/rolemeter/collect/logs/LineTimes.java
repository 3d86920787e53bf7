package io.rolemeter.collect.logs;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the time at which a line was written from its beginning: as people write it, or as JSON loggers do. Of what Docker's driver
 * json-file writes, it is at the end.
 *
 * @param zone this host's, asked for when a line without one turns up: few do, and the JVM would read the zones of all the world
 */
record LineTimes(Supplier<ZoneId> zone) {
    private static final int SEARCHED = 160;
    /** So each line of a container's log begins. */
    private static final byte[] JSON_FILE = "{\"log\":\"".getBytes(StandardCharsets.US_ASCII);
    /** As many bytes hold {@code "time":"2026-11-21T16:37:01.123456789Z"}}, with which it ends. */
    private static final int JSON_FILE_TIME = 41;
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
        if (isJsonFile(text, lineStart, to)) {
            int end = lineEnd(text, lineStart, to);
            Optional<Instant> time = read(beginning(text, Math.max(lineStart, end - JSON_FILE_TIME), end));
            if (time.isPresent()) {
                return time;
            }
        }
        return read(beginning(text, lineStart, to));
    }

    private Optional<Instant> read(String line) {
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

    /** How many bytes of the line are what Docker and PM2 put before each line, those of one message too. */
    static int prefix(byte[] text, int lineStart, int to) {
        int docker = isJsonFile(text, lineStart, to) ? JSON_FILE.length : 0;
        int at = lineStart + docker;
        if (at >= to || (text[at] != '2' && text[at] != '[')) {
            return docker;
        }
        Matcher prefix = PREFIX.matcher(beginning(text, at, to));
        return prefix.find() ? docker + prefix.end() : docker;
    }

    private static boolean isJsonFile(byte[] text, int at, int to) {
        return to - at >= JSON_FILE.length
                && Arrays.equals(text, at, at + JSON_FILE.length, JSON_FILE, 0, JSON_FILE.length);
    }

    private static int lineEnd(byte[] text, int at, int to) {
        int end = at;
        while (end < to && text[end] != '\n') {
            end++;
        }
        return end;
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
