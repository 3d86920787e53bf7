package io.rolemeter.collect.probe;

import io.rolemeter.aws.AwsAccess;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.model.DeniedCall;
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
    private final Duration interval;
    private final Probe probe;
    private final Optional<ScheduledProbe> condition;
    private final Course course;

    /** @param condition the probe that must pass for this one to be asked */
    ScheduledProbe(
            ProbeSettings settings, Duration interval, Probe probe, Optional<ScheduledProbe> condition, Course course) {
        this.settings = settings;
        this.interval = interval;
        this.probe = probe;
        this.condition = condition;
        this.course = course;
    }

    ProbeState state() {
        return course.state();
    }

    Duration interval() {
        return interval;
    }

    Course course() {
        return course;
    }

    /** Whether it may run: neither it nor the probe on which it depends is at it. */
    boolean free() {
        return !course.isTaken()
                && condition.filter(before -> before.course.isTaken()).isEmpty();
    }

    /**
     * Whether its interval has passed, or what AWS is asked with has changed since its last run. A run in the future is of before the
     * clock was set back: nobody knows how long ago it was.
     */
    boolean due(Instant now, Basis current) {
        return course.state()
                .last()
                .map(run -> !now.isBefore(run.ranAt().plus(interval))
                        || now.isBefore(run.ranAt())
                        || course.basis().outdated(run.outcome() == ProbeRun.Outcome.PASSED, current))
                .orElse(true);
    }

    void run(AwsAccess aws, Clock clock) {
        Basis basis = Basis.of(aws);
        Instant start = clock.instant();
        long nanos = System.nanoTime();
        Answer answer = unmet().orElseGet(() -> ask(aws));
        Duration took = Duration.ofNanos(System.nanoTime() - nanos);
        Verdict verdict = Verdict.of(answer, settings.expect());
        Optional<DeniedCall> denied = answer instanceof Answer.Refused refused ? refused.denied() : Optional.empty();
        course.ran(new ProbeRun(verdict.outcome(), verdict.reason(), answer.detail(), denied, took, start), basis);
    }

    private Optional<Answer> unmet() {
        return condition
                .map(ScheduledProbe::state)
                .filter(before -> before.last()
                        .filter(run -> run.outcome() == ProbeRun.Outcome.PASSED)
                        .isEmpty())
                .map(before -> new Answer.Inconclusive("not asked, because " + before.name() + " did not pass"));
    }

    /** A probe that breaks off fails, and costs no other its run. */
    private Answer ask(AwsAccess aws) {
        try {
            return probe.ask(aws);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            return new Answer.Refused(
                    FailureReason.ERROR,
                    "the probe itself broke off: " + e.getClass().getName());
        }
    }
}
