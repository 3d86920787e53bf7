package io.rolemeter.collect.keys.text;

import java.util.List;
import java.util.function.IntPredicate;

/** Finds usable secrets by a name such as {@code aws_secret_access_key}, with a value of whatever length. Values are never kept. */
final class SecretKeys {
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

    private static boolean isNamePart(char c) {
        return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    static boolean isBase64(char c) {
        return isLetterOrDigit(c) || c == '/' || c == '+';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
