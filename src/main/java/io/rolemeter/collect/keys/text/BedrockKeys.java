package io.rolemeter.collect.keys.text;

import io.rolemeter.model.KeyKind;
import java.util.ArrayList;
import java.util.List;

/** Finds API keys of Bedrock: {@code ABSK}, then 109 to 269 characters of base 64 and its padding, standing alone. */
final class BedrockKeys {
    private static final int MIN_LENGTH = 4 + 109;
    private static final int MAX_LENGTH = 4 + 269;
    private static final int MAX_PADDING = 2;
    private static final int MIN_DISTINCT = 16;

    /** More keys than this in one text are not looked at, which {@link KeyPattern#cutShort} tells. */
    static final int MAX_KEYS = 1000;

    private BedrockKeys() {}

    /** Where they stand, in rising order. */
    static List<Region> in(String text) {
        return in(text, MAX_KEYS);
    }

    /** Whether there are more of them than {@link #in(String)} tells. */
    static boolean areTooMany(String text) {
        return text.length() > MAX_KEYS * MIN_LENGTH && in(text, MAX_KEYS + 1).size() > MAX_KEYS;
    }

    private static List<Region> in(String text, int most) {
        String prefix = KeyKind.BEDROCK_API_KEY.prefix();
        int at = text.indexOf(prefix);
        if (at < 0) {
            return List.of();
        }
        List<Region> found = new ArrayList<>();
        while (at >= 0 && found.size() < most) {
            int end = end(text, at);
            boolean alone = at == 0 || !isLetterOrDigit(text.charAt(at - 1)) || Escapes.endsAt(text, at);
            if (alone && end - at >= MIN_LENGTH && end - at <= MAX_LENGTH && looksRandom(text, at, end)) {
                found.add(new Region(at, padded(text, end)));
            }
            at = text.indexOf(prefix, Math.max(end, at + 1));
        }
        return found;
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int padded(String text, int end) {
        int padded = end;
        while (padded < text.length() && padded - end < MAX_PADDING && text.charAt(padded) == '=') {
            padded++;
        }
        return padded;
    }

    private static boolean looksRandom(String text, int from, int to) {
        return text.substring(from, to).chars().distinct().count() >= MIN_DISTINCT;
    }

    private static boolean isBase64(char c) {
        return isLetterOrDigit(c) || c == '/' || c == '+';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
