package io.rolemeter.collect.probe;

import io.rolemeter.aws.AwsAccess;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A probe with its settings: knows when it is due, and how it went so far. */
final class ScheduledProbe {
    private final ProbeSettings settings;
    private final Probe probe;
    private ProbeState state;

    ScheduledProbe(ProbeSettings settings, Probe probe) {
        this.settings = settings;
        this.probe = probe;
        this.state = new ProbeState(settings.name(), settings.kind(), settings.expect(), Optional.empty(), 0, 0);
    }

    ProbeState state() {
        return state;
    }

    Duration interval() {
        return settings.interval().orElse(ProbeSettings.INTERVAL);
    }

    boolean due(Instant now) {
        return state.last()
                .map(run -> !now.isBefore(run.ranAt().plus(interval())))
                .orElse(true);
    }

    /** A probe that breaks off fails, and costs no other its run. */
    private Answer ask(AwsAccess aws) {
        try {
            return probe.ask(aws);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Answer.Refused(
                    FailureReason.ERROR,
                    "the probe itself broke off: " + e.getClass().getName());
        }
    }

    void run(AwsAccess aws, Clock clock) {
        Instant start = clock.instant();
        long nanos = System.nanoTime();
        Answer answer = ask(aws);
        Duration took = Duration.ofNanos(System.nanoTime() - nanos);
        Verdict verdict = Verdict.of(answer, settings.expect());
        state = state.after(new ProbeRun(verdict.outcome(), verdict.reason(), answer.detail(), took, start));
    }
}
