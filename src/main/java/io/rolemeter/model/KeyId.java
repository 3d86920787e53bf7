package io.rolemeter.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What may be said about a key: never its whole id.
 *
 * @param masked the first and the last four characters, as in {@code AKIA************3JXF}
 * @param kind by the first four characters
 * @param accountId the twelve digits that newer ids carry inside; empty for ids of the old format, and for those
 *     that carry no twelve digits and so are not from AWS
 */
public record KeyId(String masked, KeyKind kind, Optional<String> accountId) {
    /** The alphabet of base 32, in which an id is written after its first four letters. */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int LENGTH = 20;
    private static final long ACCOUNT_BITS = 0x7fffffffff80L;
    private static final long LAST_ACCOUNT = 999_999_999_999L;

    /** The same for a whole id, or empty when the text is not one (20 characters, a known prefix, base 32). */
    public static Optional<KeyId> of(String id) {
        if (id.length() != LENGTH) {
            return Optional.empty();
        }
        for (int i = 4; i < LENGTH; i++) {
            if (ALPHABET.indexOf(id.charAt(i)) < 0) {
                return Optional.empty();
            }
        }
        for (KeyKind kind : KeyKind.values()) {
            if (kind != KeyKind.BEDROCK_API_KEY && id.startsWith(kind.prefix())) {
                return Optional.of(new KeyId(masked(kind, id), kind, accountOf(id)));
            }
        }
        return Optional.empty();
    }

    /**
     * The same for a whole API key of Bedrock, which is a secret and its own name.
     *
     * @param key begins with {@code ABSK}; padding at its end is not shown
     */
    public static KeyId ofBedrock(String key) {
        int end = key.length();
        while (end > LENGTH && key.charAt(end - 1) == '=') {
            end--;
        }
        return new KeyId(
                masked(KeyKind.BEDROCK_API_KEY, key.substring(0, end)), KeyKind.BEDROCK_API_KEY, Optional.empty());
    }

    /** Whether a text is the masked form of an id of that kind: four characters, twelve asterisks, four characters. */
    public static boolean isMasked(String text, KeyKind kind) {
        return text.length() == LENGTH
                && text.startsWith(kind.prefix() + "*".repeat(LENGTH - 8))
                && text.chars().skip(LENGTH - 4).allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static String masked(KeyKind kind, String id) {
        return kind.prefix() + "*".repeat(LENGTH - 8) + id.substring(id.length() - 4);
    }

    /** The 48 bits after the prefix: a flag (new format), 40 bits of account, seven bits of something else. */
    private static Optional<String> accountOf(String id) {
        long bits = 0;
        for (int i = 4; i < 14; i++) {
            bits = bits << 5 | ALPHABET.indexOf(id.charAt(i));
        }
        bits >>= 2;
        boolean oldFormat = bits >> 47 == 0;
        long account = (bits & ACCOUNT_BITS) >> 7;
        return oldFormat || account > LAST_ACCOUNT
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%012d", account));
    }

    @Override
    public String toString() {
        return masked;
    }
}
