package io.rolemeter.collect.keys.text;

/** Characters that a text spells with several: {@code %2F} in a URL, {@code \\/} and {@code \\u002F} in JSON. */
final class Escapes {
    private static final int OF_URL = 3;
    private static final int OF_JSON = 6;

    private Escapes() {}

    /** How many characters spell the one at a position; 1 for one that stands for itself. */
    static int length(String text, int at) {
        char c = text.charAt(at);
        if (c == '%' && isHexadecimal(text, at + 1, at + OF_URL)) {
            return OF_URL;
        }
        if (c != '\\' || at + 1 >= text.length()) {
            return 1;
        }
        if (text.charAt(at + 1) == 'u' && isHexadecimal(text, at + 2, at + OF_JSON)) {
            return OF_JSON;
        }
        return "/nrt".indexOf(text.charAt(at + 1)) >= 0 ? 2 : 1;
    }

    /** The character that is spelled at a position; line ends and tabs are given as spaces. */
    static char at(String text, int at) {
        int length = length(text, at);
        if (length == 1) {
            return text.charAt(at);
        }
        if (length == 2) {
            return text.charAt(at + 1) == '/' ? '/' : ' ';
        }
        return (char) Integer.parseInt(text, at + (length == OF_URL ? 1 : 2), at + length, 16);
    }

    /** Whether the character before a position is the last of several that spell one. */
    static boolean endsAt(String text, int position) {
        return spells(text, position - OF_URL, OF_URL)
                || spells(text, position - OF_JSON, OF_JSON)
                || isLineEnd(text, position - 2);
    }

    /** Whether backslashes before a character take away its meaning: an odd number does. */
    static boolean isEscaped(String text, int at) {
        int slashes = 0;
        while (at - slashes > 0 && text.charAt(at - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    /** JSON's {@code \\n}, {@code \\r} or {@code \\t}. */
    private static boolean isLineEnd(String text, int at) {
        return at >= 0 && text.charAt(at) == '\\' && "nrt".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static boolean spells(String text, int at, int length) {
        return at >= 0 && length(text, at) == length;
    }

    private static boolean isHexadecimal(String text, int from, int to) {
        if (to > text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }
}
