package io.rolemeter.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a probe.
 *
 * @param reason present exactly when the run failed
 * @param detail one sentence for a person: what was asked and what came back
 * @param denied what AWS denied, where it says so
 */
public record ProbeRun(
        Outcome outcome,
        Optional<FailureReason> reason,
        String detail,
        Optional<DeniedCall> denied,
        Duration duration,
        Instant ranAt) {
    /** Skipped is neither: what the probe needs was not there to be asked for. */
    public enum Outcome implements Labelled {
        PASSED,
        FAILED,
        SKIPPED;

        @Override
        public String label() {
            return Labelled.of(this);
        }
    }

    public ProbeRun(Outcome outcome, Optional<FailureReason> reason, String detail, Duration duration, Instant ranAt) {
        this(outcome, reason, detail, Optional.empty(), duration, ranAt);
    }

    public ProbeRun {
        if (reason.isPresent() != (outcome == Outcome.FAILED)) {
            throw new IllegalArgumentException("a probe has a reason when it failed, and only then");
        }
    }
}
