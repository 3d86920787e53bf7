package io.rolemeter.diagnose;

import java.util.regex.Pattern;

/** A shell command within a sentence of a remedy: between backticks, so that every publisher can set it apart. */
public final class Command {
    private static final Pattern PLAIN = Pattern.compile("(?!-)[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern QUOTABLE = Pattern.compile("(?!-)[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}`]+");

    private Command() {}

    /** The command as it is typed, which holds no backtick. */
    public static String of(String typed) {
        return "`" + typed + "`";
    }

    /** A name that the host or AWS chose, among the words of a sentence: no part of it can pass for a command. */
    public static String spoken(String name) {
        return name.replace('`', '\'');
    }

    /**
     * A name that the host chose, as one word of a shell that cannot be anything else, nor an option: people copy and run what they
     * are told.
     */
    public static String word(String name) {
        if (PLAIN.matcher(name).matches()) {
            return name;
        }
        return QUOTABLE.matcher(name).matches() ? "'" + name.replace("'", "'\\''") + "'" : "NAME";
    }
}
