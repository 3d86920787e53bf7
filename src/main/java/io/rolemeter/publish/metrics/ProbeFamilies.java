package io.rolemeter.publish.metrics;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeRun.Outcome;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The smoke probes of the configuration. A probe that was skipped, or has not run, neither succeeded nor failed.
 *
 * <pre>
 * rolemeter_probe_duration_seconds{probe="read-source",} 0.031
 * rolemeter_probe_failure{probe="write-output",reason="denied",} 1.0
 * rolemeter_probe_failures_total{probe="read-source",} 0.0
 * rolemeter_probe_last_run_timestamp_seconds{probe="read-source",} 1.7637192E9
 * rolemeter_probe_runs_total{probe="read-source",} 12.0
 * rolemeter_probe_skipped{probe="camera-live",} 1.0
 * rolemeter_probe_success{probe="read-source",} 1.0
 * </pre>
 */
final class ProbeFamilies {
    private static final String PROBE = "probe";

    private ProbeFamilies() {}

    static Stream<Family> of(Diagnosis diagnosis) {
        List<ProbeState> probes =
                diagnosis.facts().probes().map(ProbesFact::probes).orElse(List.of());
        return Stream.concat(lastRuns(probes), counts(probes));
    }

    private static Stream<Family> lastRuns(List<ProbeState> probes) {
        Family success = Family.gauge(
                "probe_success",
                "1 when the last run met what is expected, 0 when it failed; absent when skipped or not run yet.",
                PROBE);
        Family skipped = Family.gauge(
                "probe_skipped", "1 when the last run had nothing to ask for and was skipped; else absent.", PROBE);
        Family duration = Family.gauge("probe_duration_seconds", "How long the last run took, in seconds.", PROBE);
        Family lastRun = Family.gauge(
                "probe_last_run_timestamp_seconds", "When the probe last ran, in Unix seconds; 0 for never.", PROBE);
        Family failure = Family.gauge(
                "probe_failure",
                "1 for the reason why the last run failed; absent for all other reasons, and when it did not fail.",
                PROBE,
                "reason");
        for (ProbeState probe : probes) {
            Optional<Outcome> outcome = probe.last().map(ProbeRun::outcome);
            outcome.filter(known -> known != Outcome.SKIPPED)
                    .ifPresent(known -> success.add(known == Outcome.PASSED, probe.name()));
            outcome.filter(Outcome.SKIPPED::equals).ifPresent(known -> skipped.add(1, probe.name()));
            probe.last().ifPresent(run -> duration.add(run.duration(), probe.name()));
            lastRun.addOrNever(probe.last().map(ProbeRun::ranAt), probe.name());
            probe.last().flatMap(ProbeRun::reason).ifPresent(reason -> failure.add(1, probe.name(), reason.label()));
        }
        return Stream.of(success, skipped, duration, lastRun, failure);
    }

    private static Stream<Family> counts(List<ProbeState> probes) {
        Family runs =
                Family.counter("probe_runs_total", "Runs of the probe since the start, skipped ones included.", PROBE);
        Family failures = Family.counter("probe_failures_total", "Failed runs of the probe since the start.", PROBE);
        for (ProbeState probe : probes) {
            runs.add(probe.runs(), probe.name());
            failures.add(probe.failures(), probe.name());
        }
        return Stream.of(runs, failures);
    }
}
