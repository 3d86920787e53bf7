package io.rolemeter.publish;

import static io.rolemeter.publish.Hosts.NOW;

import io.rolemeter.model.Expectation;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeRun.Outcome;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A probe of every outcome. */
final class RanProbes {
    private RanProbes() {}

    static ProbesFact fact() {
        return new ProbesFact(
                NOW.minusSeconds(60),
                List.of(
                        state(
                                "read-source",
                                "s3-get",
                                Expectation.ALLOWED,
                                run(
                                        Outcome.PASSED,
                                        Optional.empty(),
                                        "s3://source/health.txt was read, 957923 bytes.",
                                        31)),
                        state(
                                "write-to-source-is-denied",
                                "s3-put",
                                Expectation.DENIED,
                                run(
                                        Outcome.PASSED,
                                        Optional.empty(),
                                        "s3://source/attempt.txt was refused: AccessDenied.",
                                        27)),
                        state(
                                "viewer-role",
                                "sts-assume-role",
                                Expectation.ALLOWED,
                                run(
                                        Outcome.FAILED,
                                        Optional.of(FailureReason.DENIED),
                                        "sts:AssumeRole on arn:aws:iam::111122223333:role/viewer was denied.",
                                        44)),
                        state(
                                "hls-session",
                                "kvs-hls",
                                Expectation.ALLOWED,
                                run(Outcome.SKIPPED, Optional.empty(), "The stream has no active data.", 1250)),
                        ProbeState.waiting("nova-pro", "bedrock-converse", Expectation.ALLOWED)));
    }

    static ProbesFact saying(String text) {
        ProbeRun failed = run(Outcome.FAILED, Optional.of(FailureReason.ERROR), text, 1);
        return new ProbesFact(NOW, List.of(state(text, text, Expectation.ALLOWED, failed)));
    }

    private static ProbeRun run(Outcome outcome, Optional<FailureReason> reason, String detail, long tookMillis) {
        return new ProbeRun(outcome, reason, detail, Duration.ofMillis(tookMillis), NOW.minusSeconds(60));
    }

    private static ProbeState state(String name, String kind, Expectation expect, ProbeRun last) {
        ProbeRun before = run(Outcome.PASSED, Optional.empty(), last.detail(), 20);
        return after(after(ProbeState.waiting(name, kind, expect), 3, before), 9, last);
    }

    private static ProbeState after(ProbeState state, int times, ProbeRun run) {
        ProbeState after = state;
        for (int i = 0; i < times; i++) {
            after = after.after(run);
        }
        return after;
    }
}
