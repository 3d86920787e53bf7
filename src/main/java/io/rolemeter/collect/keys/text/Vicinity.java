package io.rolemeter.collect.keys.text;

import java.util.function.IntPredicate;

/** The region that the secret of an id must be in. What is asked of it twice is searched once: many ids may share a region. */
final class Vicinity {
    /** A secret without a telling name must be at most this many characters from its id. */
    private static final int MAX_UNNAMED_DISTANCE = 2048;

    private final String text;
    private final SecretRuns runs;
    private final Region region;
    private final IntPredicate isComment;
    private final Answer active = new Answer();
    private final Answer commented = new Answer();

    private static final class Answer {
        private boolean known;
        private boolean yes;
    }

    Vicinity(String text, SecretRuns runs, TextFormat format, Region region) {
        this.text = text;
        this.runs = runs;
        this.region = region;
        this.isComment = position -> format.isComment(text, position);
    }

    Region region() {
        return region;
    }

    /** Whether there is a secret for the id at the position that is not commented out. */
    boolean hasActiveSecret(int id) {
        return has(active, id, isComment.negate());
    }

    /** Whether there is a secret for the id at the position that is commented out. */
    boolean hasCommentedSecret(int id) {
        return has(commented, id, isComment);
    }

    private boolean has(Answer named, int id, IntPredicate wanted) {
        if (!named.known) {
            named.yes = SecretKeys.named(text, region, wanted);
            named.known = true;
        }
        return named.yes || runs.any(region.around(id, MAX_UNNAMED_DISTANCE), wanted);
    }
}
