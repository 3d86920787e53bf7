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
     * backticks. A word that is longer than a line begins on the line before it, and is broken after a slash or a colon.
     */
    static List<String> of(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = COMMAND.matcher(text)
                .replaceAll(command -> Matcher.quoteReplacement(
                        width(command.group()) < width ? command.group().replace(' ', KEPT) : command.group()));
        while (width(rest) > width) {
            int end = end(rest, width);
            lines.add(rest.substring(0, end).replace(KEPT, ' ').stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest.replace(KEPT, ' '));
        return lines;
    }

    /** Where the first line of a text ends that is longer than {@code width}. */
    private static int end(String text, int width) {
        int limit = text.offsetByCodePoints(0, width);
        int blank = text.lastIndexOf(' ', limit);
        int next = text.indexOf(' ', blank + 1);
        String word = text.substring(blank + 1, next < 0 ? text.length() : next);
        if (blank > 0 && width(word) <= width) {
            return blank;
        }
        int joint = Math.max(text.lastIndexOf('/', limit - 1), text.lastIndexOf(':', limit - 1)) + 1;
        return joint > blank + 1 ? joint : limit;
    }

    /** How many columns a text takes, which has no colours in it. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
