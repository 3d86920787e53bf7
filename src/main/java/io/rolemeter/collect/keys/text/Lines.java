package io.rolemeter.collect.keys.text;

/** Lines of a text. */
final class Lines {
    /** An id and its secret are at most this many lines apart where nothing else groups them. */
    private static final int NEAR = 10;

    private static final int MAX_DISTANCE = 4096;

    private static final int MAX_LINE = 1024;

    private Lines() {}

    /** The lines around a position. */
    static Region around(String text, int position) {
        int from = position;
        for (int lines = 0; from > 0 && position - from < MAX_DISTANCE; from--) {
            lines += text.charAt(from - 1) == '\n' ? 1 : 0;
            if (lines > NEAR) {
                break;
            }
        }
        int to = position;
        for (int lines = 0; to < text.length() && to - position < MAX_DISTANCE; to++) {
            lines += text.charAt(to) == '\n' ? 1 : 0;
            if (lines > NEAR) {
                break;
            }
        }
        return new Region(from, to);
    }

    /** Where the line of a position begins; in a very long line, {@value #MAX_LINE} characters before the position. */
    static int start(String text, int position) {
        int start = position;
        while (start > 0 && text.charAt(start - 1) != '\n' && position - start < MAX_LINE) {
            start--;
        }
        return start;
    }

    /** How many line ends lie between two positions. */
    static int between(String text, int from, int to) {
        int lines = 0;
        for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }
}
