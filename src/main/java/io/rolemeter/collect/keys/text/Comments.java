package io.rolemeter.collect.keys.text;

/** Whether a position of a text is commented out. */
final class Comments {
    /** Comment blocks longer than this are not seen as one. */
    private static final int MAX_BLOCK = 2048;

    private static final int MAX_MARKUP = 8192;

    private Comments() {}

    /** By {@code #} or {@code ;} as the first character of its line. */
    static boolean ofWholeLine(String text, int position) {
        int first = firstCharacter(text, position);
        return first < position && (text.charAt(first) == '#' || text.charAt(first) == ';');
    }

    /** By {@code #} or {@code //} before it on its line, outside of quotes; or in a block whose line begins with {@code /*}. */
    static boolean ofLineEnd(String text, int position) {
        int start = Lines.start(text, position);
        if (start > 0 && text.charAt(start - 1) != '\n') {
            return false;
        }
        char quote = 0;
        for (int i = start; i < position; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote && text.charAt(i - 1) != '\\' ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '#' || isSlashes(text, i)) {
                return true;
            }
        }
        return inBlock(text, position);
    }

    /** Between {@code <!--} and {@code -->}. */
    static boolean ofMarkup(String text, int position) {
        int open = text.lastIndexOf("<!--", position);
        return open >= 0
                && position - open < MAX_MARKUP
                && !text.substring(open, position).contains("-->");
    }

    private static boolean isSlashes(String text, int at) {
        return text.startsWith("//", at) && (at == 0 || text.charAt(at - 1) != ':');
    }

    private static boolean inBlock(String text, int position) {
        String before = text.substring(Math.max(0, position - MAX_BLOCK), position);
        int open = before.lastIndexOf("/*");
        return open > before.lastIndexOf("*/") && firstCharacter(before, open) == open;
    }

    private static int firstCharacter(String text, int position) {
        int at = Lines.start(text, position);
        while (at < position && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
