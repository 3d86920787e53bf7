package io.rolemeter.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a mistyped one was meant to be. */
final class Nearest {
    private static final int MOST_EDITS = 2;

    private Nearest() {}

    /**
     * The nearest candidate, if it is no more than two edits away and no more than a third of the word. An edit puts in,
     * drops or replaces a character, or swaps two neighbours; case, hyphens and underscores do not count.
     */
    static Optional<String> to(String word, Collection<String> candidates) {
        String folded = folded(word);
        String nearest = null;
        int fewest = MOST_EDITS + 1;
        for (String candidate : candidates) {
            int edits = edits(folded, folded(candidate), fewest);
            if (edits < fewest && edits <= Math.max(1, Math.max(word.length(), candidate.length()) / 3)) {
                nearest = candidate;
                fewest = edits;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** The number of edits; {@code enough} may stand for any number that is not smaller. */
    private static int edits(String left, String right, int enough) {
        if (Math.abs(left.length() - right.length()) >= enough) {
            return enough;
        }
        int[][] distance = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                distance[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(distance, left, right, i, j);
            }
        }
        return distance[left.length()][right.length()];
    }

    private static int step(int[][] distance, String left, String right, int i, int j) {
        int replaced = distance[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
