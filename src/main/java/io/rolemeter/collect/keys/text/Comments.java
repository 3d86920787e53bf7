package io.rolemeter.collect.keys.text;

import java.util.function.IntPredicate;

/** Whether a position of a text is commented out. */
final class Comments {
    /** Comment blocks longer than this are not seen as one. */
    private static final int MAX_BLOCK = 2048;

    private static final int MAX_MARKUP = 8192;

    private static final String QUOTES = "\"'`";

    /** Those that a backslash keeps open in shells and YAML; in other languages it keeps all of them open. */
    private static final String ESCAPED_IN_SCRIPTS = "\"`";

    private Comments() {}

    /** By {@code #} or {@code ;} as the first character of its line. */
    static boolean ofWholeLine(String text, int position) {
        int first = firstCharacter(text, position);
        return first < position && (text.charAt(first) == '#' || text.charAt(first) == ';');
    }

    /** By {@code #} before it on its line, outside of quotes; or by {@code //} at the beginning of its line. */
    static boolean ofDotenv(String text, int position) {
        return onLine(text, position, QUOTES, at -> text.charAt(at) == '#') || byFirstSlashes(text, position);
    }

    /** The same, where {@code #} must be the beginning of a word. */
    static boolean ofScript(String text, int position) {
        return onLine(text, position, ESCAPED_IN_SCRIPTS, at -> isHash(text, at)) || byFirstSlashes(text, position);
    }

    /**
     * By {@code #} as the beginning of a word or {@code //} before it on its line, outside of quotes; or in a block whose line begins
     * with {@code /*}.
     */
    static boolean ofSource(String text, int position) {
        return onLine(text, position, QUOTES, at -> isHash(text, at) || isSlashes(text, at)) || inBlock(text, position);
    }

    /** Between {@code <!--} and {@code -->}. */
    static boolean ofMarkup(String text, int position) {
        int open = text.lastIndexOf("<!--", position);
        return open >= 0
                && position - open < MAX_MARKUP
                && !text.substring(open, position).contains("-->");
    }

    /**
     * Whether something opens a comment before the position, on its line and outside of quotes; never so in very long lines.
     *
     * @param escaping quotes that a backslash keeps open
     */
    private static boolean onLine(String text, int position, String escaping, IntPredicate opens) {
        int start = Lines.start(text, position);
        if (start > 0 && text.charAt(start - 1) != '\n') {
            return false;
        }
        char quote = 0;
        for (int i = start; i < position; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                boolean closes = c == quote && !(escaping.indexOf(c) >= 0 && Escapes.isEscaped(text, i));
                quote = closes ? 0 : quote;
            } else if (QUOTES.indexOf(c) >= 0) {
                quote = c;
            } else if (opens.test(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHash(String text, int at) {
        return text.charAt(at) == '#' && (at == 0 || isSpace(text.charAt(at - 1)));
    }

    private static boolean isSlashes(String text, int at) {
        return text.startsWith("//", at) && (at == 0 || text.charAt(at - 1) != ':');
    }

    /** No comment to the program that reads the line, but nothing that it could use either. */
    private static boolean byFirstSlashes(String text, int position) {
        int first = firstCharacter(text, position);
        return first < position && text.startsWith("//", first);
    }

    private static boolean inBlock(String text, int position) {
        String before = text.substring(Math.max(0, position - MAX_BLOCK), position);
        int open = before.lastIndexOf("/*");
        return open > before.lastIndexOf("*/") && firstCharacter(before, open) == open;
    }

    private static int firstCharacter(String text, int position) {
        int at = Lines.start(text, position);
        while (at < position && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** White space, or the mark that Windows begins a file with. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\uFEFF';
    }
}
