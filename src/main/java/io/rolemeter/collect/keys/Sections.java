package io.rolemeter.collect.keys;

import java.util.Optional;

/** Sections of an INI file: each from its header to the next. */
final class Sections {
    private Sections() {}

    static Region around(String text, int position) {
        int from = header(text, position);
        int to = text.length();
        for (int end = text.indexOf('\n', position); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (isHeader(text, end + 1)) {
                to = end + 1;
                break;
            }
        }
        return new Region(Math.max(from, 0), to);
    }

    /** What the header above a position says between its brackets; empty when there is none. */
    static Optional<String> name(String text, int position) {
        int header = header(text, position);
        if (header < 0) {
            return Optional.empty();
        }
        int open = text.indexOf('[', header);
        int close = text.indexOf(']', open);
        return Optional.of(text.substring(open + 1, close).strip());
    }

    /** Where the line of the last header at or before a position begins, or -1. */
    private static int header(String text, int position) {
        int end = position;
        while (end >= 0) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            if (isHeader(text, start)) {
                return start;
            }
            end = start == 0 ? -1 : start - 1;
        }
        return -1;
    }

    private static boolean isHeader(String text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '[') {
            return false;
        }
        int close = text.indexOf(']', at);
        int end = text.indexOf('\n', at);
        return close >= 0 && (end < 0 || close < end);
    }
}
