package io.rolemeter.collect.keys.text;

import io.rolemeter.model.KeyKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Whether bytes may hold a key at all: whether the four letters that some key begins with stand in them. One pass looks at every
 * fourth byte of ordinary text, so that almost no file needs to be decoded and searched. {@code LargeTreeIT} prints what it
 * takes beside ripgrep.
 */
public final class KeyPrefixes {
    private static final int LENGTH = 4;
    private static final byte[][] PREFIXES = Stream.of(KeyKind.values())
            .map(kind -> kind.prefix().getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    /** By the byte that stands where a prefix would end: how far the next possible end is; 0 when one may end here. */
    private static final byte[] SKIPS = skips();

    private KeyPrefixes() {}

    /** Whether one stands in the first bytes. False means that {@link KeyPattern} finds nothing in them as UTF-8, however malformed. */
    public static boolean standIn(byte[] text, int length) {
        int end = LENGTH - 1;
        while (end < length) {
            int skip = SKIPS[text[end] & 0xFF];
            if (skip == 0) {
                if (endsAt(text, end + 1)) {
                    return true;
                }
                skip = 1;
            }
            end += skip;
        }
        return false;
    }

    private static boolean endsAt(byte[] text, int end) {
        for (byte[] prefix : PREFIXES) {
            if (Arrays.equals(text, end - LENGTH, end, prefix, 0, LENGTH)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] skips() {
        byte[] skips = new byte[256];
        Arrays.fill(skips, (byte) LENGTH);
        for (byte[] prefix : PREFIXES) {
            for (int i = 0; i < LENGTH; i++) {
                skips[prefix[i]] = (byte) Math.min(skips[prefix[i]], LENGTH - 1 - i);
            }
        }
        return skips;
    }
}
