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

    /** All pass, but for one that has nothing to look at. */
    static ProbesFact passed() {
        return new ProbesFact(
                NOW.minusSeconds(20),
                List.of(
                        often("read-source", "s3-get", Expectation.ALLOWED, passed("read s3://source/health.txt", 31)),
                        often(
                                "write-to-source-is-denied",
                                "s3-put",
                                Expectation.DENIED,
                                passed("AccessDenied: the role may not s3:PutObject on source/attempt.txt", 27)),
                        often(
                                "viewer-role",
                                "sts-assume-role",
                                Expectation.ALLOWED,
                                passed("assumed the role; its credentials were dropped", 44)),
                        often(
                                "camera-live",
                                "kvs-hls",
                                Expectation.ALLOWED,
                                run(Outcome.SKIPPED, Optional.empty(), "the stream has no active data", 1250))));
    }

    /** The credentials went away some minutes ago. */
    static ProbesFact withoutCredentials() {
        ProbeRun failed = run(
                Outcome.FAILED,
                Optional.of(FailureReason.NO_CREDENTIALS),
                "the metadata service has given no credentials to ask with",
                1);
        return new ProbesFact(
                NOW.minusSeconds(60),
                List.of(
                        state("read-source", "s3-get", Expectation.ALLOWED, failed),
                        state("viewer-role", "sts-assume-role", Expectation.ALLOWED, failed)));
    }

    private static ProbeState often(String name, String kind, Expectation expect, ProbeRun run) {
        return after(ProbeState.waiting(name, kind, expect), ProbeState.REMEMBERED, run);
    }

    private static ProbeRun passed(String detail, long tookMillis) {
        return run(Outcome.PASSED, Optional.empty(), detail, tookMillis);
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
