package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.demo.Scenario;
import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.demo.files.ForgottenKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar is killed and started again on a host that changes meanwhile: what stood goes on, what changed is told. */
class RestartIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private String address = "";

    @Test
    void aKilledDaemonRemembersSinceWhenAndTellsWhatChanged() throws IOException {
        try (SimulatedHost host = SimulatedHost.start(Scenarios.named("imds-v1").orElseThrow(), Clock.systemUTC())) {
            JsonNode before;
            try (RunningProcess daemon = start(host)) {
                before = status(daemon);
                awaitState(daemon);
                daemon.handle().destroyForcibly();
                daemon.awaitExit(LIMIT);
            }
            Path state = folder.resolve("history.jsonl");
            List<String> lines = new ArrayList<>(Files.readAllLines(state));
            lines.add(1, "{\"type\":\"standing\",\"at\":\"20");
            Files.write(state, lines);
            ForgottenKey key = ForgottenKey.activeIn(ForgottenKey.Place.COMMENTED_DOTENV);
            host.become(new Scenario(
                    "changed", "", Scenarios.named("imds-v1").orElseThrow().instance(), key));

            try (RunningProcess daemon = start(host)) {
                JsonNode after = status(daemon);

                assertThat(before.at("/findings/0/code").asText()).isEqualTo("imds_v1_enabled");
                assertThat(after.at("/findings").findValuesAsText("code"))
                        .containsExactlyInAnyOrder("imds_v1_enabled", "static_key_commented");
                assertThat(since(after, "imds_v1_enabled")).isEqualTo(since(before, "imds_v1_enabled"));
                assertThat(after.path("status_since")).isEqualTo(before.path("status_since"));
                assertThat(before.path("history")).isEmpty();
                assertThat(after.path("history").findValuesAsText("kind")).containsOnly("keys", "findings");
                assertThat(daemon.stderr()).contains("1 damaged line(s) of " + state);
            }
        }
    }

    private RunningProcess start(SimulatedHost host) throws IOException {
        Path config = Files.writeString(folder.resolve("rolemeter.yml"), host.configuration());
        address = "127.0.0.1:" + RunningProcess.freePort();
        return PackagedJar.serve(host, config, address, "--state.directory", folder.toString());
    }

    private JsonNode status(RunningProcess daemon) throws IOException {
        daemon.awaitOk(URI.create("http://" + address + "/-/ready"), LIMIT);
        return new JsonMapper().readTree(RunningProcess.get(URI.create("http://" + address + "/api/v1/status")));
    }

    private void awaitState(RunningProcess daemon) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Path state = folder.resolve("history.jsonl");
        while (!Files.exists(state) || !Files.readString(state).contains("\"kind\":\"status\"")) {
            assertThat(System.nanoTime()).as(daemon.description()).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static String since(JsonNode status, String code) {
        for (JsonNode finding : status.path("findings")) {
            if (finding.path("code").asText().equals(code)) {
                return finding.path("since").asText();
            }
        }
        return "";
    }
}
