package io.rolemeter.collect.probe;

import io.rolemeter.model.Expectation;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ProbeRun;
import java.util.Optional;

/** Whether an answer is the expected one. Only a real denial is a denial: not a missing object, a throttle or a time-out. */
record Verdict(ProbeRun.Outcome outcome, Optional<FailureReason> reason) {
    private static final Verdict PASSED = new Verdict(ProbeRun.Outcome.PASSED, Optional.empty());
    private static final Verdict SKIPPED = new Verdict(ProbeRun.Outcome.SKIPPED, Optional.empty());

    static Verdict of(Answer answer, Expectation expected) {
        if (answer instanceof Answer.Inconclusive) {
            return SKIPPED;
        }
        if (answer instanceof Answer.Refused refused) {
            boolean deniedAsExpected = expected == Expectation.DENIED && refused.reason() == FailureReason.DENIED;
            return deniedAsExpected ? PASSED : failed(refused.reason());
        }
        return expected == Expectation.ALLOWED ? PASSED : failed(FailureReason.NOT_DENIED);
    }

    private static Verdict failed(FailureReason reason) {
        return new Verdict(ProbeRun.Outcome.FAILED, Optional.of(reason));
    }
}
