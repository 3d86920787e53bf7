package io.rolemeter.collect.keys.text;

/** Part of a text: from the first position to before the second. */
record Region(int from, int to) {
    boolean contains(int position) {
        return from <= position && position < to;
    }

    /** The part of it that is not farther than a distance from a position inside it. */
    Region around(int position, int distance) {
        return new Region(Math.max(from, position - distance), Math.min(to, position + distance));
    }
}
