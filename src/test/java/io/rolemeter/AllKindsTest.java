package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.aws.OwnSettings;
import io.rolemeter.collect.probe.ProbeKinds;
import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import io.rolemeter.model.Telemetry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One probe of each kind, against the simulated host. */
class AllKindsTest {
    @Test
    void aConfigurationWithAllKindsRunsThroughACheck() {
        try (SimulatedHost host = Hosts.start("full-smoke");
                OwnSettings settings = new OwnSettings(host.defaultChainProperties());
                Agent agent = new Agent(new Surroundings(host.root(), Clock.systemUTC(), Telemetry.NONE), List.of())) {
            Diagnosis diagnosis = agent.check(Configured.read(EveryKind.configuration(host), "test"));

            Map<String, String> outcomes = new TreeMap<>();
            diagnosis
                    .facts()
                    .probes()
                    .map(ProbesFact::probes)
                    .orElseThrow()
                    .forEach(probe -> outcomes.put(probe.kind(), outcome(probe)));
            assertThat(outcomes.keySet()).containsExactlyInAnyOrderElementsOf(ProbeKinds.names());
            assertThat(outcomes.entrySet())
                    .allSatisfy(kind -> assertThat(kind.getValue())
                            .as(kind.getKey())
                            .isEqualTo(
                                    List.of("kvs-hls", "iam-access-keys").contains(kind.getKey())
                                            ? "skipped"
                                            : "passed"));
            assertThat(settings).isNotNull();
        }
    }

    private static String outcome(ProbeState probe) {
        return probe.last()
                .map(run -> run.outcome().label()
                        + run.reason()
                                .map(reason -> " " + reason.label() + ": " + run.detail())
                                .orElse(""))
                .orElse("never ran");
    }
}
