package io.rolemeter.collect.keys.text;

import io.rolemeter.model.KeyKind;

/**
 * Whether a text may hold a key at all: whether the four letters that some key begins with stand in it. One pass looks at every fourth
 * byte, since one of any four in a row is among these, and at its neighbours where it is such a letter. So almost no text is searched
 * closer and almost no file decoded. No look waits for the one before, as it would in a search that skips by what it has seen: that
 * takes a quarter of the time. {@code KeyMatcherBenchmark} measures it, and {@code LargeTreeIT} prints what it takes beside ripgrep.
 */
public final class KeyPrefixes {
    private static final int LENGTH = 4;
    private static final int AT_ONCE = 8 << 10;
    private static final KeyKind[] KINDS = KeyKind.values();
    /** By byte: a bit for each place in a prefix where it may stand. */
    private static final byte[] PLACES = new byte[256];

    static {
        for (KeyKind kind : KINDS) {
            for (int i = 0; i < LENGTH; i++) {
                PLACES[kind.prefix().charAt(i)] |= (byte) (1 << i);
            }
        }
    }

    private KeyPrefixes() {}

    /** Whether one stands in the first bytes. False means that {@link KeyPattern} finds nothing in them as UTF-8, however malformed. */
    public static boolean standIn(byte[] text, int length) {
        for (int at = LENGTH - 1; at < length; at += LENGTH) {
            int places = PLACES[text[at] & 0xFF];
            if (places != 0 && standAround(text, length, at, places)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one may stand in a text: false means that {@link KeyPattern} finds nothing in it. */
    @SuppressWarnings(
            "deprecation") // only the low halves of characters are copied, which is why it is quick, and enough
    static boolean standIn(String text) {
        byte[] bytes = new byte[Math.min(text.length(), AT_ONCE)];
        for (int from = 0; from < text.length(); from += AT_ONCE - LENGTH + 1) {
            int to = Math.min(text.length(), from + AT_ONCE);
            text.getBytes(from, to, bytes, 0);
            if (standIn(bytes, to - from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standAround(byte[] text, int length, int at, int places) {
        for (int place = 0; place < LENGTH; place++) {
            int start = at - place;
            if ((places & 1 << place) != 0
                    && start + LENGTH <= length
                    && (PLACES[text[start] & 0xFF] & 1) != 0
                    && (PLACES[text[start + 1] & 0xFF] & 2) != 0
                    && isPrefix(text, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrefix(byte[] text, int start) {
        for (KeyKind kind : KINDS) {
            String prefix = kind.prefix();
            int same = 0;
            while (same < LENGTH && text[start + same] == prefix.charAt(same)) {
                same++;
            }
            if (same == LENGTH) {
                return true;
            }
        }
        return false;
    }
}
