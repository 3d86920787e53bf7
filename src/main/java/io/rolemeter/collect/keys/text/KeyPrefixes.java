package io.rolemeter.collect.keys.text;

import io.rolemeter.model.KeyKind;
import java.util.Arrays;

/**
 * Whether a text may hold a key at all: whether the four letters that some key begins with stand in it. One pass looks at every
 * third or fourth character, and at one more where those letters might end, so that almost no text is searched closer and almost no file
 * decoded. {@code KeyMatcherBenchmark} measures it, and {@code LargeTreeIT} prints what it takes beside ripgrep.
 */
public final class KeyPrefixes {
    private static final int LENGTH = 4;
    private static final int LAST = LENGTH - 1;
    private static final KeyKind[] KINDS = KeyKind.values();
    /** By the character that stands where a prefix would end: how far the next possible end is; 0 when one may end here. */
    private static final byte[] SKIPS = new byte[256];
    /** By the same character, where none ended after all: how far the next possible end is. */
    private static final byte[] SKIPS_AFTER = new byte[256];
    /** Characters that stand before the last one of some prefix. */
    private static final boolean[] BEFORE_LAST = new boolean[256];

    static {
        Arrays.fill(SKIPS, (byte) LENGTH);
        Arrays.fill(SKIPS_AFTER, (byte) LENGTH);
        for (KeyKind kind : KINDS) {
            String prefix = kind.prefix();
            for (int i = 0; i < LAST; i++) {
                char letter = prefix.charAt(i);
                SKIPS[letter] = (byte) Math.min(SKIPS[letter], LAST - i);
                SKIPS_AFTER[letter] = (byte) Math.min(SKIPS_AFTER[letter], LAST - i);
            }
            SKIPS[prefix.charAt(LAST)] = 0;
            BEFORE_LAST[prefix.charAt(LAST - 1)] = true;
        }
    }

    private KeyPrefixes() {}

    /** Whether one stands in the first bytes. False means that {@link KeyPattern} finds nothing in them as UTF-8, however malformed. */
    public static boolean standIn(byte[] text, int length) {
        int end = LAST;
        while (end < length) {
            int last = text[end] & 0xFF;
            int skip = SKIPS[last];
            if (skip == 0) {
                if (BEFORE_LAST[text[end - 1] & 0xFF] && isPrefix(text, end)) {
                    return true;
                }
                skip = SKIPS_AFTER[last];
            }
            end += skip;
        }
        return false;
    }

    /** The same for a text: false means that {@link KeyPattern} finds nothing in it. */
    static boolean standIn(String text) {
        int length = text.length();
        int end = LAST;
        while (end < length) {
            char last = text.charAt(end);
            int skip = last < SKIPS.length ? SKIPS[last] : LENGTH;
            if (skip == 0) {
                char before = text.charAt(end - 1);
                if (before < SKIPS.length && BEFORE_LAST[before] && isPrefix(text, end - LAST)) {
                    return true;
                }
                skip = SKIPS_AFTER[last];
            }
            end += skip;
        }
        return false;
    }

    private static boolean isPrefix(byte[] text, int last) {
        char[] letters = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            letters[i] = (char) (text[last - LAST + i] & 0xFF);
        }
        return isPrefix(new String(letters), 0);
    }

    private static boolean isPrefix(String text, int from) {
        for (KeyKind kind : KINDS) {
            if (text.startsWith(kind.prefix(), from)) {
                return true;
            }
        }
        return false;
    }
}
