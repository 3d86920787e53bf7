package io.rolemeter.collect.keys.text;

import io.rolemeter.model.KeyKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds access key ids: {@code (?<![A-Z0-9])(AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])}, without AWS's examples (which end in
 * {@code EXAMPLE}) and without place-holders such as {@code AKIAXXXXXXXXXXXXXXXX}.
 */
final class KeyIds {
    static final int LENGTH = 20;

    /** More ids than this in one text are not looked at, which {@link KeyPattern#cutShort} tells. */
    static final int MAX_IDS = 1000;

    private static final int MIN_DISTINCT = 6;
    private static final Set<KeyKind> KINDS = EnumSet.complementOf(EnumSet.of(KeyKind.BEDROCK_API_KEY));
    private static final String EXAMPLE = "EXAMPLE";

    private KeyIds() {}

    /** Where they begin, in rising order. */
    static int[] in(String text) {
        int[] found = all(text);
        return found.length > MAX_IDS ? Arrays.copyOf(found, MAX_IDS) : found;
    }

    /** Whether there are more of them than {@link #in} tells. */
    static boolean areTooMany(String text) {
        return text.length() > MAX_IDS * LENGTH && all(text).length > MAX_IDS;
    }

    private static int[] all(String text) {
        int[] found = {};
        for (KeyKind kind : KINDS) {
            int[] ofKind = starts(text, kind.prefix());
            if (ofKind.length > 0) {
                found = IntStream.concat(Arrays.stream(found), Arrays.stream(ofKind))
                        .toArray();
            }
        }
        Arrays.sort(found);
        return found;
    }

    private static int[] starts(String text, String prefix) {
        int at = text.indexOf(prefix);
        if (at < 0) {
            return new int[0];
        }
        IntStream.Builder starts = IntStream.builder();
        while (at >= 0) {
            if (isId(text, at)) {
                starts.add(at);
            }
            at = text.indexOf(prefix, at + 1);
        }
        return starts.build().toArray();
    }

    private static boolean isId(String text, int start) {
        int end = start + LENGTH;
        if (end > text.length()
                || (start > 0 && isUpperOrDigit(text.charAt(start - 1)) && !Escapes.endsAt(text, start))
                || (end < text.length() && isUpperOrDigit(text.charAt(end)))) {
            return false;
        }
        long seen = 0;
        for (int i = start + 4; i < end; i++) {
            char c = text.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'))) {
                return false;
            }
            seen |= 1L << (c - '2');
        }
        return Long.bitCount(seen) >= MIN_DISTINCT && !text.startsWith(EXAMPLE, end - EXAMPLE.length());
    }

    private static boolean isUpperOrDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
