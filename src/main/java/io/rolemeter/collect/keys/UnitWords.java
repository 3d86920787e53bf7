package io.rolemeter.collect.keys;

import java.util.ArrayList;
import java.util.List;

/** The words of a unit's setting: separated by blanks, unless these stand in quotes or behind a backslash. */
final class UnitWords {
    private static final int HEXADECIMAL = 16;

    private UnitWords() {}

    static List<String> of(String value) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (quote == 0 && (c == ' ' || c == '\t')) {
                if (begun) {
                    words.add(unescaped(word.toString()));
                }
                word.setLength(0);
                begun = false;
                continue;
            }
            begun = true;
            if (c == '\\' && at + 1 < value.length()) {
                at++;
                word.append(c).append(value.charAt(at));
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                word.append(c);
            }
        }
        if (begun) {
            words.add(unescaped(word.toString()));
        }
        return words;
    }

    /** With the characters that backslashes stand for. */
    static String unescaped(String escaped) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        int at = escaped.indexOf('\\');
        while (at >= 0 && at + 1 < escaped.length()) {
            char next = escaped.charAt(at + 1);
            int code = next == 'x' ? hexadecimal(escaped, at + 2) : -1;
            char plain = next == 's' ? ' ' : next;
            text.append(escaped, from, at).append(code < 0 ? plain : (char) code);
            from = at + (code < 0 ? 2 : 4);
            at = escaped.indexOf('\\', from);
        }
        return text.append(escaped, from, escaped.length()).toString();
    }

    /** The value of the two digits there; negative when they are none. */
    private static int hexadecimal(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), HEXADECIMAL);
        int low = Character.digit(text.charAt(at + 1), HEXADECIMAL);
        return high < 0 || low < 0 ? -1 : high * HEXADECIMAL + low;
    }
}
