package io.rolemeter.collect.host;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the bytes of a file become characters; what is malformed becomes replacement characters. */
enum Decoding {
    /** UTF-8, or UTF-16 where a byte order mark says so; a mark is left out. */
    BY_MARK {
        @Override
        String of(byte[] bytes, int length) {
            String text =
                    new String(bytes, 0, length, isUtf16(bytes, length) ? utf16(bytes[0]) : StandardCharsets.UTF_8);
            return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        }
    },
    /** UTF-8, with a mark where there is one. */
    UTF_8 {
        @Override
        String of(byte[] bytes, int length) {
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    },
    /** Each byte is one character. */
    BYTES {
        @Override
        String of(byte[] bytes, int length) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
    };

    private static final String MARK = "\uFEFF";
    private static final byte LOW = (byte) 0xFE;
    private static final byte HIGH = (byte) 0xFF;

    /** The text that the first bytes are. */
    abstract String of(byte[] bytes, int length);

    /** Whether the mark of UTF-16 stands before them, in either order. UTF-8 has neither byte. */
    static boolean isUtf16(byte[] bytes, int length) {
        return length >= 2 && ((bytes[0] == HIGH && bytes[1] == LOW) || (bytes[0] == LOW && bytes[1] == HIGH));
    }

    private static Charset utf16(byte first) {
        return first == HIGH ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
