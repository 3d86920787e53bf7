package io.rolemeter.model;

import java.util.Optional;

/** What STS said to "who am I?". */
public sealed interface CallerAnswer {
    CallerKind kind();

    /** Empty when STS did not say. */
    Optional<CallerIdentity> identity();

    record Identified(CallerIdentity caller) implements CallerAnswer {
        @Override
        public CallerKind kind() {
            return caller.kind();
        }

        @Override
        public Optional<CallerIdentity> identity() {
            return Optional.of(caller);
        }
    }

    /** No answer, with a sentence for a person. */
    record Unidentified(FailureReason reason, String detail) implements CallerAnswer {
        @Override
        public CallerKind kind() {
            return CallerKind.UNKNOWN;
        }

        @Override
        public Optional<CallerIdentity> identity() {
            return Optional.empty();
        }
    }
}
