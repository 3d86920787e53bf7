package io.rolemeter.model;

import java.util.regex.Pattern;

/** Text from outside, made fit to be shown, logged and served. */
public final class SafeText {
    private static final int MAX_LENGTH = 500;
    private static final Pattern KEY_ID = Pattern.compile("\\b(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12}([A-Z0-9]{4})\\b");
    /** What could be a secret key or a token: a run of 40 or more characters of base 64 that no ARN or path has. */
    private static final Pattern SECRET =
            Pattern.compile("(?<![\\w+/=.:-])(?=[A-Za-z0-9+/]*\\d)[A-Za-z0-9+/]{40,}={0,2}");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private SafeText() {}

    /** One line of at most {@value #MAX_LENGTH} characters without control characters, key ids masked, secrets left out. */
    public static String of(String text) {
        String bounded = text.length() > 4 * MAX_LENGTH ? text.substring(0, 4 * MAX_LENGTH) : text;
        String line = UNPRINTABLE.matcher(bounded).replaceAll(" ").strip();
        String masked = KEY_ID.matcher(line).replaceAll("$1************$2");
        String safe = SECRET.matcher(masked).replaceAll("…");
        return safe.length() > MAX_LENGTH ? safe.substring(0, MAX_LENGTH - 1) + "…" : safe;
    }
}
