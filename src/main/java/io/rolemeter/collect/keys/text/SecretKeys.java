package io.rolemeter.collect.keys.text;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds usable secrets: a value under a name such as {@code aws_secret_access_key}, whatever its length, or a run of 40 characters
 * of base 64 that looks random. Values are never kept.
 */
final class SecretKeys {
    private static final int LENGTH = 40;

    /** Random secrets have about 4.85 bits a character; paths, hashes and words have less. */
    private static final double MIN_ENTROPY = 4.25;

    private static final String WORD = "secret";
    private static final List<String> REFERENCES = List.of(
            "process.env",
            "os.environ",
            "os.getenv",
            "System.getenv",
            "getenv(",
            "ENV[",
            "var.",
            "null",
            "undefined",
            "None");

    private SecretKeys() {}

    /** Whether a secret with a telling name and a value begins at a wanted position. */
    static boolean named(String text, Region region, IntPredicate wanted) {
        for (int i = region.from(); i + WORD.length() <= region.to(); i++) {
            char c = text.charAt(i);
            if ((c == 's' || c == 'S') && text.regionMatches(true, i, WORD, 0, WORD.length())) {
                int end = nameEnd(text, i, region.to());
                if (isSecretName(text, nameStart(text, i, region.from()), end)
                        && hasValue(text, end, region.to())
                        && wanted.test(i)) {
                    return true;
                }
                i = end - 1;
            }
        }
        return false;
    }

    /** Whether a run that looks like a secret, whatever its name, begins at a wanted position. */
    static boolean unnamed(String text, Region region, IntPredicate wanted) {
        StringBuilder run = new StringBuilder();
        int start = region.from();
        int at = region.from();
        while (at <= region.to()) {
            char c = at < region.to() ? Escapes.at(text, at) : ' ';
            if (isBase64(c)) {
                start = run.isEmpty() ? at : start;
                run.append(c);
            } else {
                if (run.length() == LENGTH && standsAlone(text, start, at) && looksRandom(run) && wanted.test(start)) {
                    return true;
                }
                run.setLength(0);
            }
            at += at < region.to() ? Escapes.length(text, at) : 1;
        }
        return false;
    }

    private static int nameStart(String text, int at, int from) {
        int start = at;
        while (start > from && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int nameEnd(String text, int at, int to) {
        int end = at;
        while (end < to && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSecretName(String text, int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '_' && c != '-' && c != '.') {
                letters.append(Character.toLowerCase(c));
            }
        }
        String name = letters.toString();
        boolean ofAws = name.contains("aws") || name.contains("amazon");
        return name.endsWith("secretaccesskey") || (ofAws && (name.endsWith("secretkey") || name.endsWith("secret")));
    }

    private static boolean hasValue(String text, int nameEnd, int to) {
        int at = skip(text, nameEnd, to, "\\\"' \t");
        if (at >= to || (text.charAt(at) != '=' && text.charAt(at) != ':')) {
            return false;
        }
        if (isEmptyVariable(text, nameEnd, at, to)) {
            return false;
        }
        at = skip(text, at + 1, to, "=> \t");
        int value = skip(text, at, to, "\\\"'`");
        if (value >= to || !isBase64(text.charAt(value)) || isEmptyString(text, at, value)) {
            return false;
        }
        return REFERENCES.stream().noneMatch(word -> text.startsWith(word, value));
    }

    /** As in {@code NAME= program}: the shell gives the program an empty variable. What looks random is found without its name. */
    private static boolean isEmptyVariable(String text, int nameEnd, int sign, int to) {
        return text.charAt(sign) == '=' && sign == nameEnd && sign + 1 < to && text.charAt(sign + 1) == ' ';
    }

    /** Two equal quotes in a row: an empty value, and what follows belongs to something else. */
    private static boolean isEmptyString(String text, int from, int to) {
        String quotes = text.substring(from, to).replace("\\", "");
        return quotes.length() >= 2 && quotes.charAt(0) == quotes.charAt(1);
    }

    private static int skip(String text, int from, int to, String characters) {
        int at = from;
        while (at < to && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean standsAlone(String text, int from, int to) {
        char before = from > 0 ? text.charAt(from - 1) : ' ';
        char after = to < text.length() ? Escapes.at(text, to) : ' ';
        return (!isBase64(before) || Escapes.endsAt(text, from) || isLineEnd(text, from))
                && before != '_'
                && before != '-'
                && !isBase64(after)
                && after != '_'
                && after != '-'
                && after != '=';
    }

    /** Whether JSON's {@code \\n}, {@code \\r} or {@code \\t} stands before a position. */
    private static boolean isLineEnd(String text, int at) {
        return at >= 2 && text.charAt(at - 2) == '\\' && "nrt".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean looksRandom(CharSequence run) {
        int[] counts = new int[128];
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            counts[c]++;
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            digit |= c >= '0' && c <= '9';
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = count / (double) run.length();
                entropy -= share * Math.log(share) / Math.log(2);
            }
        }
        return upper && lower && digit && entropy >= MIN_ENTROPY;
    }

    private static boolean isNamePart(char c) {
        return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean isBase64(char c) {
        return isLetterOrDigit(c) || c == '/' || c == '+';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
