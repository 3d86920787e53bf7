package io.rolemeter.model;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from outside, made fit to be shown, logged and served. */
public final class SafeText {
    private static final int MAX_LENGTH = 500;
    private static final int MAX_PATH = 4096;
    /** The last four characters are not part of it: another id may begin there. */
    private static final Pattern KEY_ID = Pattern.compile("(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12}(?=[A-Z0-9]{4})");

    /** 40 or more characters of base 64, percent-encoded or not: a secret when they are {@link #mixed}. Takes linear time on any text. */
    private static final String RUN = "[A-Za-z0-9+/%]{40,}+={0,2}";

    private static final Pattern RUN_ALONE = Pattern.compile(RUN);

    /** What could be a secret key or a token. ARNs are matched before, to be kept. */
    private static final Pattern RUN_OR_ARN = Pattern.compile("\\barn:aws[a-z-]*:[^\\s,;\"']*|(" + RUN + ")");

    /** The same within a path: what a slash ends is a name of its own, but for {@link SlashedSecrets}. */
    private static final Pattern RUN_IN_NAME = Pattern.compile("[A-Za-z0-9+%]{40,}+");

    private static final int LEAST_RUN = 40;
    private static final int LEAST_ID = 20;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

    private SafeText() {}

    /** An ARN that was not made by AWS alone: whoever wrote it may have put a secret into its names. */
    public static String foreignArn(String text) {
        return RUN_ALONE.matcher(of(text)).replaceAll(SafeText::withoutSecret);
    }

    /** A name or a path, of any length and with every other character that it has, key ids masked and secrets left out. */
    public static String name(String text) {
        if (plain(text)) {
            return text;
        }
        return SlashedSecrets.leftOut(RUN_IN_NAME.matcher(masked(text)).replaceAll(SafeText::withoutSecret));
    }

    /** A name or a path on one line, of at most {@value #MAX_PATH} characters. */
    public static String path(String text) {
        if (text.length() <= MAX_PATH && plain(text)) {
            return text;
        }
        StringBuilder path = new StringBuilder(name(text));
        for (int i = 0; i < path.length(); i++) {
            if (Character.isISOControl(path.charAt(i))) {
                path.setCharAt(i, '?');
            }
        }
        return cut(path.toString(), MAX_PATH);
    }

    private static String masked(String text) {
        return KEY_ID.matcher(text).replaceAll("$1************");
    }

    /** One line of at most {@value #MAX_LENGTH} characters without control characters, key ids masked, secrets left out. */
    public static String of(String text) {
        if (text.length() <= MAX_LENGTH && plain(text)) {
            return text;
        }
        String bounded = text.length() > 4 * MAX_LENGTH ? withoutLastRun(cut(text, 4 * MAX_LENGTH)) : text;
        String line = UNPRINTABLE.matcher(bounded).replaceAll(" ").strip();
        String safe = RUN_OR_ARN
                .matcher(masked(line))
                .replaceAll(found ->
                        found.group(1) == null ? Matcher.quoteReplacement(found.group()) : withoutSecret(found));
        return safe.length() > MAX_LENGTH ? cut(safe, MAX_LENGTH - 1) + "…" : safe;
    }

    /**
     * Whether nothing of it can need a change: printable ASCII, single spaces within, and no run as long as that of an id or a secret.
     * Nearly all texts are, and this one pass costs a twentieth of the patterns above.
     */
    private static boolean plain(String text) {
        int run = 0;
        int id = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            boolean ofId = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            id = ofId ? id + 1 : 0;
            run = ofId || (c >= 'a' && c <= 'z') || c == '+' || c == '/' || c == '%' ? run + 1 : 0;
            if (run >= LEAST_RUN || id >= LEAST_ID) {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /** No longer than that, and without half a character at its end. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** Not the beginning of what a cut went through: half a key id would not be known as one. */
    private static String withoutLastRun(String text) {
        int end = text.length();
        while (end > 0 && isBase64(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "+/=".indexOf(c) >= 0;
    }

    private static String withoutSecret(MatchResult run) {
        return mixed(run.group()) ? "…" : Matcher.quoteReplacement(run.group());
    }

    /** Whether there are letters of both cases and a digit. */
    private static boolean mixed(String run) {
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            digit |= c >= '0' && c <= '9';
        }
        return upper && lower && digit;
    }
}
