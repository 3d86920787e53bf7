package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import io.rolemeter.model.Times;
import java.time.Instant;
import java.util.List;

/** A smoke probe did not come out as the configuration says it must. */
public final class Probes implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts.probes().map(ProbesFact::probes).orElse(List.of()).stream()
                .flatMap(probe ->
                        probe
                                .last()
                                .flatMap(run -> run.reason().map(reason -> finding(probe, run, reason, now)))
                                .stream())
                .toList();
    }

    private static Finding finding(ProbeState probe, ProbeRun run, FailureReason reason, Instant now) {
        if (reason == FailureReason.NOT_DENIED) {
            return Draft.critical(FindingCode.PROBE_NOT_DENIED, probe.name())
                    .because(probe.kind() + " had to be denied, and was not: " + run.detail())
                    .because("last asked at " + Times.when(run.ranAt(), now))
                    .remedy(
                            "The role may do more than it should: take the action out of its policies, and look which statement"
                                    + " allowed it.")
                    .at(now);
        }
        return Draft.critical(FindingCode.PROBE_FAILED, probe.name())
                .because(probe.kind() + " gave " + reason.label() + ": " + run.detail())
                .because("last asked at " + Times.when(run.ranAt(), now))
                .remedy(remedy(probe, run, reason))
                .at(now);
    }

    private static String remedy(ProbeState probe, ProbeRun run, FailureReason reason) {
        if (probe.expect() == Expectation.DENIED) {
            return "It proves nothing until AWS denies it: mend what stands in its way first.";
        }
        return OwnProbes.asks(probe)
                ? "Look into the log of what the probe asks: whether it runs, and does what is asked of it."
                : ProbeRemedies.of(run, reason);
    }
}
