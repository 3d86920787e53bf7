package io.rolemeter.config;

import java.util.regex.Pattern;

/** Text of the user's file as it may stand in a message: on one line, not too long, and never a secret. */
final class Quoted {
    private static final int LIMIT = 60;
    private static final String HIDDEN = "…";

    /** How much of a text is searched for secrets: more than is shown by more than any secret's length. */
    private static final int SEARCHED = 1024;

    /**
     * A key id, a run of the alphabet and length of a secret key or token, or a password in a URL. A path in small letters
     * is a run of that alphabet too, and is no secret.
     */
    private static final Pattern SECRET = Pattern.compile("(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"
            + "|[A-Za-z0-9+=]{40,}"
            + "|(?=[a-z0-9/+=]*[A-Z])(?=[A-Z0-9/+=]*[a-z])[A-Za-z0-9/+=]{40,}"
            + "|://[^/\\s]*@");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_/-]+");

    private Quoted() {}

    /** The text in quotation marks; one that could contain a secret is nothing but an ellipsis. */
    static String of(String text) {
        return '"' + bare(text) + '"';
    }

    /** A key as a step of a path: in quotation marks only where the path would be unclear without. */
    static String key(String key) {
        String bare = bare(key);
        return PLAIN_KEY.matcher(bare).matches() || bare.equals(HIDDEN) ? bare : '"' + bare + '"';
    }

    /** The same without quotation marks. */
    static String bare(String text) {
        if (SECRET.matcher(text.substring(0, Math.min(text.length(), SEARCHED))).find()) {
            return HIDDEN;
        }
        return onOneLine(text.length() > LIMIT ? text.substring(0, LIMIT) + HIDDEN : text);
    }

    /** The whole text, whatever it says, with a mark in place of what would break the line or cannot be seen. */
    static String onOneLine(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("�");
    }
}
