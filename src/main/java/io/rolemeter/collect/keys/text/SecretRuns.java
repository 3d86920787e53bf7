package io.rolemeter.collect.keys.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Runs of 40 characters of base 64 in one text that look random: usable secrets, whatever their names. Where they stand is
 * searched once, however many ids are near; what they are is never kept.
 */
final class SecretRuns {
    private static final int LENGTH = 40;

    /** Random secrets have about 4.85 bits a character; paths, hashes and words have less. */
    private static final double MIN_ENTROPY = 4.25;

    private final String text;
    private final List<Region> found = new ArrayList<>();
    private int searchedFrom;
    private int searchedTo;

    SecretRuns(String text) {
        this.text = text;
    }

    /** Whether one stands in a region and begins at a wanted position. */
    boolean any(Region region, IntPredicate wanted) {
        search(region);
        for (int i = firstFrom(region.from()); i < found.size() && found.get(i).from() < region.to(); i++) {
            if (found.get(i).to() <= region.to() && wanted.test(found.get(i).from())) {
                return true;
            }
        }
        return false;
    }

    private int firstFrom(int position) {
        int low = 0;
        int high = found.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (found.get(middle).from() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void search(Region region) {
        if (region.from() < searchedFrom || region.from() > searchedTo) {
            found.clear();
            searchedFrom = region.from();
            searchedTo = region.from();
        }
        StringBuilder run = new StringBuilder();
        int start = searchedTo;
        while (searchedTo < region.to() || !run.isEmpty()) {
            char c = searchedTo < text.length() ? Escapes.at(text, searchedTo) : ' ';
            if (SecretKeys.isBase64(c)) {
                start = run.isEmpty() ? searchedTo : start;
                append(run, c);
            } else {
                if (run.length() == LENGTH && standsAlone(text, start, searchedTo) && looksRandom(run)) {
                    found.add(new Region(start, searchedTo));
                }
                run.setLength(0);
            }
            searchedTo += searchedTo < text.length() ? Escapes.length(text, searchedTo) : 0;
        }
    }

    /** No more than tells that it is too long. */
    private static void append(StringBuilder run, char c) {
        if (run.length() <= LENGTH) {
            run.append(c);
        }
    }

    private static boolean standsAlone(String text, int from, int to) {
        char before = from > 0 ? text.charAt(from - 1) : ' ';
        char after = to < text.length() ? Escapes.at(text, to) : ' ';
        return (!SecretKeys.isBase64(before) || Escapes.endsAt(text, from))
                && before != '_'
                && before != '-'
                && !SecretKeys.isBase64(after)
                && after != '_'
                && after != '-'
                && after != '=';
    }

    private static boolean looksRandom(CharSequence run) {
        int[] counts = new int[128];
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            counts[c]++;
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            digit |= c >= '0' && c <= '9';
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = count / (double) run.length();
                entropy -= share * Math.log(share) / Math.log(2);
            }
        }
        return upper && lower && digit && entropy >= MIN_ENTROPY;
    }
}
