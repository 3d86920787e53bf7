package io.rolemeter.publish.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a sentence.
 *
 * @param command whether it stood between backticks: something to be copied and run as it is
 */
public record Phrase(String words, boolean command) {
    private static final char MARK = '`';

    /** The parts of a sentence in their order, without the backticks; one that has no partner stays where it is. */
    public static List<Phrase> of(String sentence) {
        List<Phrase> phrases = new ArrayList<>();
        int start = 0;
        int open = sentence.indexOf(MARK);
        while (open >= 0) {
            int close = sentence.indexOf(MARK, open + 1);
            if (close < 0) {
                break;
            }
            add(phrases, sentence.substring(start, open), false);
            add(phrases, sentence.substring(open + 1, close), true);
            start = close + 1;
            open = sentence.indexOf(MARK, start);
        }
        add(phrases, sentence.substring(start), false);
        return phrases;
    }

    private static void add(List<Phrase> phrases, String words, boolean command) {
        if (!words.isEmpty()) {
            phrases.add(new Phrase(words, command));
        }
    }
}
