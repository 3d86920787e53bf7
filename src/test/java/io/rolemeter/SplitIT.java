package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as two processes: one looks at the host, the other is told. */
class SplitIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void theTwoSayOfEveryHostWhatTheOneSays() throws IOException {
        for (String scenario : new String[] {"keys-shadow-role", "stale-app", "leftovers", "healthy"}) {
            try (SimulatedHost host =
                    SimulatedHost.start(Scenarios.named(scenario).orElseThrow(), Clock.systemUTC())) {
                Path config = Files.writeString(folder.resolve(scenario + ".yml"), host.configuration());
                Path facts = folder.resolve(scenario + ".jsonl");
                int found = scan(config, host, facts);
                JsonNode one = status(host, config);
                JsonNode two = status(host, config, "--facts", facts.toString());

                assertThat(two.path("findings").findValuesAsText("code"))
                        .as(scenario)
                        .containsExactlyElementsOf(one.path("findings").findValuesAsText("code"));
                assertThat(two.path("workloads").findValuesAsText("source"))
                        .containsExactlyElementsOf(one.path("workloads").findValuesAsText("source"));
                assertThat(two.at("/keys/keys")).isEqualTo(one.at("/keys/keys"));
                assertThat(two.at("/keys/places")).hasSameSizeAs(one.at("/keys/places"));
                assertThat(two.path("migration")).isEqualTo(one.path("migration"));
                assertThat(found).isBetween(0, 2);
            }
        }
    }

    @Test
    void aFactsFileOfGarbageIsBlindAndTheDaemonGoesOn() throws IOException {
        try (SimulatedHost host = SimulatedHost.start(Scenarios.named("healthy").orElseThrow(), Clock.systemUTC())) {
            Path config = Files.writeString(folder.resolve("rolemeter.yml"), host.configuration());
            Path facts = Files.write(folder.resolve("facts.jsonl"), new byte[] {(byte) 0xff, 0, '\n', '{'});

            JsonNode status = status(host, config, "--facts", facts.toString());

            assertThat(status.path("status").asText()).isEqualTo("warning");
            assertThat(status.at("/findings/0/code").asText()).isEqualTo("blind");
            assertThat(status.at("/findings/0/subject").asText()).isEqualTo("scanner");
            assertThat(status.at("/migration/phase").asText()).isEqualTo("unknown");
        }
    }

    @Test
    void aScanThatCannotWriteItsFactsSaysSoAndEndsWithThree() throws IOException {
        try (SimulatedHost host = SimulatedHost.start(Scenarios.named("healthy").orElseThrow(), Clock.systemUTC());
                RunningProcess scan = PackagedJar.start(
                        "scan", "--root", host.root().toString(), "--facts", "/nowhere/facts.jsonl")) {
            assertThat(scan.awaitExit(LIMIT)).isEqualTo(3);
            assertThat(scan.stderr())
                    .isEqualTo("Cannot write /nowhere/facts.jsonl: its folder does not exist; create it.\n");
            assertThat(scan.stdout()).isEmpty();
        }
    }

    private static int scan(Path config, SimulatedHost host, Path facts) throws IOException {
        try (RunningProcess scan = PackagedJar.start(
                "scan", "--config", config.toString(), "--root", host.root().toString(), "--facts", facts.toString())) {
            int code = scan.awaitExit(LIMIT);
            assertThat(scan.stdout() + scan.stderr()).isEmpty();
            return code;
        }
    }

    private static JsonNode status(SimulatedHost host, Path config, String... more) throws IOException {
        String address = "127.0.0.1:" + RunningProcess.freePort();
        try (RunningProcess daemon = PackagedJar.serve(host, config, address, more)) {
            daemon.awaitOk(URI.create("http://" + address + "/-/ready"), LIMIT);
            return new JsonMapper().readTree(RunningProcess.get(URI.create("http://" + address + "/api/v1/status")));
        }
    }
}
