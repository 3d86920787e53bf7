package io.rolemeter.aws;

import io.rolemeter.model.ImdsFailure;

/** What the metadata service said to one question. */
public sealed interface ImdsAnswer {
    /** The text under the path. It may hold credentials, so it does not print itself. */
    record Found(String text) implements ImdsAnswer {
        @Override
        public String toString() {
            return "Found[" + text.length() + " characters]";
        }
    }

    /**
     * Nothing; {@link ImdsFailure#NOT_FOUND} when there is nothing under the path.
     *
     * @param detail one sentence: what was asked, and what came back
     * @param tokenRequest whether it was the request for a token that failed
     */
    record Failed(ImdsFailure failure, String detail, boolean tokenRequest) implements ImdsAnswer {}
}
