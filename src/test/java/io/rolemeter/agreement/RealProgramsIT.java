package io.rolemeter.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.workload.WorkloadCollector;
import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.model.InstanceRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * For generated combinations of variables and files: what {@code explain} says of a program is what the program's own SDK picks.
 * {@code -Dagreement.cases=N} makes N for each SDK, {@code -Dagreement.sdk=RUST}
 * for one only; {@code -Preal-programs} runs this, since it installs SDKs.
 */
@Tag("real-programs")
class RealProgramsIT {
    private static final int CASES = Integer.getInteger("agreement.cases", 60);
    private static final long SEED = Long.getLong("agreement.seed", 20261121L);

    private static final String ONLY = System.getProperty("agreement.sdk", "");

    @TempDir
    private Path homes;

    @ParameterizedTest
    @EnumSource(RealSdk.class)
    void explainSaysWhatTheSdkPicks(RealSdk sdk) throws IOException {
        Assumptions.assumeTrue(ONLY.isEmpty() || ONLY.equals(sdk.name()), "only " + ONLY + " was asked for");
        Optional<Path> installed = sdk.folder();
        Assumptions.assumeTrue(installed.isPresent(), () -> sdk + " was not compared");
        Path folder = installed.orElseThrow();
        List<String> disagreements = new ArrayList<>();
        try (SimulatedHost host = Hosts.start("keys-shadow-role");
                ContainerEndpoint container = ContainerEndpoint.start()) {
            Map<String, String> endpoints = Map.of(
                    "metadata", host.metadataEndpoint().toString(),
                    "sts", host.stsEndpoint().toString(),
                    "container", container.uri());
            WorkloadCollector collector = new WorkloadCollector(
                    () -> new Host(Path.of("/")),
                    Duration.ofMinutes(1),
                    () -> InstanceRole.ATTACHED,
                    Clock.systemUTC());
            for (int i = 0; i < CASES; i++) {
                GeneratedCase generated = CaseGenerator.of(SEED + i, homes.resolve(sdk + "-" + i), endpoints);
                try (RealProgram program = RealProgram.start(
                        sdk.command(folder, generated, host.stsEndpoint().toString()), generated)) {
                    String actual = picked(program.output());
                    String said = said(collector, program.pid(), sdk);
                    if (!actual.equals(said)) {
                        disagreements.add(i + ": the SDK picked " + actual + ", and explain said " + said + "\n"
                                + program.described());
                    }
                }
            }
        }
        System.out.println(sdk + ": " + (CASES - disagreements.size()) + " of " + CASES + " agree");
        assertThat(disagreements).isEmpty();
    }

    private static String picked(BufferedReader output) throws IOException {
        return Choices.picked(value(output.readLine()), value(output.readLine()));
    }

    private static String value(String line) {
        return line == null ? "nothing" : line.substring(line.indexOf(' ') + 1);
    }

    private static String said(WorkloadCollector collector, long pid, RealSdk sdk) {
        return collector.collect().workloads().stream()
                .filter(workload -> workload.pids().contains((int) pid))
                .findFirst()
                .map(workload -> workload.sdk() == sdk.sdk() ? Choices.said(workload) : "sdk " + workload.sdk())
                .orElse("no workload");
    }
}
