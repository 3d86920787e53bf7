package io.rolemeter.model;

import java.util.Optional;

/** What STS said to "who am I?". */
public sealed interface CallerAnswer {
    CallerKind kind();

    /** Empty when STS did not say. */
    Optional<CallerIdentity> identity();

    /** Why STS did not say; empty when it did. */
    Optional<Unidentified> failure();

    record Identified(CallerIdentity caller) implements CallerAnswer {
        @Override
        public CallerKind kind() {
            return caller.kind();
        }

        @Override
        public Optional<CallerIdentity> identity() {
            return Optional.of(caller);
        }

        @Override
        public Optional<Unidentified> failure() {
            return Optional.empty();
        }
    }

    /** No answer, with a sentence for a person. */
    record Unidentified(FailureReason reason, String detail) implements CallerAnswer {
        @Override
        public CallerKind kind() {
            return CallerKind.UNKNOWN;
        }

        @Override
        public Optional<Unidentified> failure() {
            return Optional.of(this);
        }

        @Override
        public Optional<CallerIdentity> identity() {
            return Optional.empty();
        }
    }
}
