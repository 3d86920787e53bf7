package io.rolemeter.collect.probe;

import io.rolemeter.aws.AwsFailure;
import io.rolemeter.model.FailureReason;

/** What came back from one question; {@code detail} is a sentence for a person. */
public sealed interface Answer {
    String detail();

    /** It was done. */
    record Done(String detail) implements Answer {}

    /** It was not done, or not as it should be. */
    record Refused(FailureReason reason, String detail) implements Answer {
        public Refused(AwsFailure failure) {
            this(failure.reason(), failure.detail());
        }
    }

    /** There was nothing to ask about, so nothing is known. */
    record Inconclusive(String detail) implements Answer {}
}
