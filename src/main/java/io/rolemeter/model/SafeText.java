package io.rolemeter.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from outside, made fit to be shown, logged and served. */
public final class SafeText {
    private static final int MAX_LENGTH = 500;
    private static final Pattern KEY_ID = Pattern.compile("(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12}([A-Z0-9]{4})");

    /** A run of 40 or more characters of base 64, percent-encoded or not, with letters of both cases and a digit. */
    private static final String SECRET =
            "(?=[a-z0-9+/%]*[A-Z])(?=[A-Z0-9+/%]*[a-z])(?=[A-Za-z+/%]*\\d)[A-Za-z0-9+/%]{40,}+={0,2}";

    /** What could be a secret key or a token. ARNs are matched before, to be kept. */
    private static final Pattern SECRET_OR_ARN =
            Pattern.compile("\\barn:aws[a-z-]*:[^\\s,;\"']*|(" + SafeText.SECRET + ")");

    /** The same within a path: what a slash ends is a name of its own. */
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?=[a-z0-9+%]*[A-Z])(?=[A-Z0-9+%]*[a-z])(?=[A-Za-z+%]*\\d)[A-Za-z0-9+%]{40,}");

    /** The beginning of what a cut went through: half a key id would not be known as one. */
    private static final Pattern CUT = Pattern.compile("[A-Za-z0-9+/=]+$");

    private static final Pattern BARE_SECRET = Pattern.compile(SECRET);

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private SafeText() {}

    /** An ARN that was not made by AWS alone: whoever wrote it may have put a secret into its names. */
    public static String foreignArn(String text) {
        return BARE_SECRET.matcher(of(text)).replaceAll("…");
    }

    /** A name or a path, of any length and with every other character that it has, key ids masked and secrets left out. */
    public static String name(String text) {
        return SECRET_NAME.matcher(masked(text)).replaceAll("…");
    }

    private static String masked(String text) {
        return KEY_ID.matcher(text).replaceAll("$1************$2");
    }

    /** One line of at most {@value #MAX_LENGTH} characters without control characters, key ids masked, secrets left out. */
    public static String of(String text) {
        String bounded = text.length() > 4 * MAX_LENGTH
                ? CUT.matcher(text.substring(0, 4 * MAX_LENGTH)).replaceFirst("")
                : text;
        String line = UNPRINTABLE.matcher(bounded).replaceAll(" ").strip();
        String safe = SECRET_OR_ARN
                .matcher(masked(line))
                .replaceAll(found -> found.group(1) == null ? Matcher.quoteReplacement(found.group()) : "…");
        return safe.length() > MAX_LENGTH ? safe.substring(0, MAX_LENGTH - 1) + "…" : safe;
    }
}
