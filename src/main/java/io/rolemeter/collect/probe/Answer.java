package io.rolemeter.collect.probe;

import io.rolemeter.model.DeniedCall;
import io.rolemeter.model.FailureReason;
import java.util.Optional;

/** What came back from one question; {@code detail} is a sentence for a person. */
public sealed interface Answer {
    String detail();

    /** It was done. */
    record Done(String detail) implements Answer {}

    /**
     * It was not done, or not as it should be.
     *
     * @param denied what AWS denied, where it says so
     */
    record Refused(FailureReason reason, String detail, Optional<DeniedCall> denied) implements Answer {
        public Refused(FailureReason reason, String detail) {
            this(reason, detail, Optional.empty());
        }

        /** The answer is not what is expected of it. */
        public static Refused unexpected(String detail) {
            return new Refused(FailureReason.UNEXPECTED_ANSWER, detail);
        }
    }

    /** There was nothing to ask about, so nothing is known. */
    record Inconclusive(String detail) implements Answer {}
}
