package io.rolemeter.collect.keys.text;

import java.util.Optional;

/** Sections of an INI file: each from its header to the next. */
final class Sections {
    /** A header farther away than this is not found. */
    private static final int MAX_DISTANCE = 32 << 10;

    private Sections() {}

    static Region around(String text, int position) {
        int from = Math.max(header(text, position), Math.max(0, position - MAX_DISTANCE));
        int to = Math.min(text.length(), position + MAX_DISTANCE);
        for (int end = text.indexOf('\n', position); end >= 0 && end < to; end = text.indexOf('\n', end + 1)) {
            if (closing(text, end + 1) > 0) {
                return new Region(from, end + 1);
            }
        }
        return new Region(from, to);
    }

    /** What the header above a position says between its brackets; empty when there is none. */
    static Optional<String> name(String text, int position) {
        int header = header(text, position);
        return header < 0
                ? Optional.empty()
                : Optional.of(text.substring(text.indexOf('[', header) + 1, closing(text, header))
                        .strip());
    }

    /** Where the line of the last header at or before a position begins, or -1. */
    private static int header(String text, int position) {
        int end = position;
        while (end >= 0 && position - end < MAX_DISTANCE) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            if (closing(text, start) > 0) {
                return start;
            }
            end = start - 1;
        }
        return -1;
    }

    /** Where the bracket of a header closes whose line begins at a position; 0 when that line is no header. */
    private static int closing(String text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '[') {
            return 0;
        }
        while (at < text.length() && text.charAt(at) != '\n') {
            if (text.charAt(at) == ']') {
                return at;
            }
            at++;
        }
        return 0;
    }
}
