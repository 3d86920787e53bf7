package io.rolemeter.collect.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many words in bytes in one pass that leaves most bytes unread: the search of Wu and Manber. It looks at the two bytes
 * that would end the shortest word here; where no word has them, it skips as far as none could. Immutable.
 */
final class SkipSearch {
    private static final int PAIRS = 1 << 16;

    private final byte[][] words;
    private final int shortest;
    /** By pair of bytes: how far the end of the window may move. */
    private final byte[] skips = new byte[PAIRS];
    /** By pair of bytes that skips nothing: how far it may move once those words were looked for. */
    private final byte[] skipsAfter = new byte[PAIRS];
    /** By pair of bytes that skips nothing: the number of its candidates. */
    private final byte[] numbers = new byte[PAIRS];
    /** The words that have the same pair of bytes at the end of the window. */
    private final List<int[]> candidates = new ArrayList<>();

    /** Hears of a word that was found. */
    interface Hit {
        /** The word of that number in the list begins at {@code position}. */
        void at(int word, int position);
    }

    /** @param words at most 127 in ASCII, each 2 to 127 characters long; the longer the shortest, the faster */
    SkipSearch(List<String> words) {
        this.words = words.stream()
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        shortest = words.stream().mapToInt(String::length).min().orElseThrow();
        if (shortest < 2 || shortest > Byte.MAX_VALUE || words.size() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("at most 127 words have 2 to 127 characters");
        }
        Arrays.fill(skips, (byte) (shortest - 1));
        Arrays.fill(skipsAfter, (byte) (shortest - 1));
        for (byte[] word : this.words) {
            for (int end = 1; end < shortest; end++) {
                int pair = pair(word, end);
                int skip = shortest - 1 - end;
                skips[pair] = (byte) Math.min(skips[pair], skip);
                if (skip > 0) {
                    skipsAfter[pair] = (byte) Math.min(skipsAfter[pair], skip);
                }
            }
        }
        Map<Integer, List<Integer>> byPair = new LinkedHashMap<>();
        for (int i = 0; i < this.words.length; i++) {
            byPair.computeIfAbsent(pair(this.words[i], shortest - 1), pair -> new ArrayList<>())
                    .add(i);
        }
        byPair.forEach((pair, same) -> {
            numbers[pair] = (byte) candidates.size();
            candidates.add(same.stream().mapToInt(Integer::intValue).toArray());
        });
    }

    /**
     * Finds all words that lie wholly from {@code from} to before {@code to}, by their windows' order. C1 moves nothing out of a loop
     * by itself: written so, it takes 0.9 of the CPU.
     */
    void each(byte[] text, int from, int to, Hit hit) {
        byte[] skipping = skips;
        int end = from + shortest - 1;
        while (end < to) {
            int pair = pair(text, end);
            int skip = skipping[pair];
            if (skip == 0) {
                candidates(text, end - shortest + 1, to, hit);
                skip = skipsAfter[pair];
            }
            end += skip;
        }
    }

    private void candidates(byte[] text, int start, int to, Hit hit) {
        for (int number : candidates.get(numbers[pair(text, start + shortest - 1)])) {
            byte[] word = words[number];
            if (text[start] == word[0] && text[start + 1] == word[1] && standsAt(text, start, to, word)) {
                hit.at(number, start);
            }
        }
    }

    private static boolean standsAt(byte[] text, int start, int to, byte[] word) {
        return start + word.length <= to && Arrays.equals(text, start, start + word.length, word, 0, word.length);
    }

    private static int pair(byte[] word, int end) {
        return ((word[end - 1] & 0xFF) << 8) | (word[end] & 0xFF);
    }
}
