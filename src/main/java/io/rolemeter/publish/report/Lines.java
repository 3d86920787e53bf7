package io.rolemeter.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in lines of a given width. */
final class Lines {
    private static final Pattern COMMAND = Pattern.compile("`[^`]*`");

    /** A blank at which no line is broken: of the private use area, and in no text of ours. */
    private static final char KEPT = '\uf8ff';

    private Lines() {}

    /**
     * At least one line, none of them longer than {@code width}; broken at blanks, but not at those of a command between
     * backticks, and within a word that is longer than a line.
     */
    static List<String> of(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = COMMAND.matcher(text).replaceAll(command -> Matcher.quoteReplacement(
                width(command.group()) < width ? command.group().replace(' ', KEPT) : command.group()));
        while (width(rest) > width) {
            int end = rest.offsetByCodePoints(0, width);
            int blank = rest.lastIndexOf(' ', end);
            boolean atBlank = blank > 0;
            lines.add(rest.substring(0, atBlank ? blank : end).replace(KEPT, ' ').stripTrailing());
            rest = rest.substring(atBlank ? blank + 1 : end);
        }
        lines.add(rest.replace(KEPT, ' '));
        return lines;
    }

    /** How many columns a text takes, which has no colours in it. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
