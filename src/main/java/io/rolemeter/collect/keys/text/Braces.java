package io.rolemeter.collect.keys.text;

import java.util.Optional;

/** Objects between braces, outside of double-quoted strings. */
final class Braces {
    /** Objects larger than this around an id are not followed to their ends. */
    private static final int MAX_DISTANCE = 32 << 10;

    private Braces() {}

    /** The innermost object around a position; empty when its braces are not found. */
    static Optional<Region> around(String text, int position) {
        int open = open(text, position);
        if (open < 0) {
            return Optional.empty();
        }
        int depth = 0;
        boolean quoted = false;
        int end = Math.min(text.length(), position + MAX_DISTANCE);
        for (int i = open; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' && !Escapes.isEscaped(text, i)) {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}') {
                depth--;
                if (depth == 0) {
                    return Optional.of(new Region(open, i + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** The id stands in a string, so that walking back begins inside quotes. */
    private static int open(String text, int position) {
        int depth = 0;
        boolean quoted = true;
        int start = Math.max(0, position - MAX_DISTANCE);
        for (int i = position - 1; i >= start; i--) {
            char c = text.charAt(i);
            if (c == '"' && !Escapes.isEscaped(text, i)) {
                quoted = !quoted;
            } else if (!quoted && c == '}') {
                depth++;
            } else if (!quoted && c == '{') {
                if (depth == 0) {
                    return i;
                }
                depth--;
            }
        }
        return -1;
    }
}
