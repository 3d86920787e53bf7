package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain of a program that really runs, from the packaged jar. */
class ExplainIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String KEY_ID = "AKIARTX3GSDSVIA23BC7";
    private static final String SECRET = "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T";

    @TempDir
    private Path folder;

    private SimulatedHost host;
    private Process program;
    private Path configuration;

    @BeforeEach
    void start() throws IOException {
        host = Hosts.start("healthy");
        configuration = Files.writeString(folder.resolve("rolemeter.yml"), host.configuration());
        ProcessBuilder builder = new ProcessBuilder("sleep", "300").directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("AWS_ACCESS_KEY_ID", KEY_ID);
        builder.environment().put("AWS_SECRET_ACCESS_KEY", SECRET);
        program = builder.start();
    }

    @AfterEach
    void end() {
        program.destroyForcibly();
        host.close();
    }

    private RunningProcess explain(String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of("explain", "--config", configuration.toString()));
        line.addAll(List.of(options));
        return PackagedJar.start(line.toArray(new String[0]));
    }

    private String name() {
        return System.getProperty("user.name") + "/sleep";
    }

    @Test
    void aProcessIsExplainedAsText() throws IOException {
        try (RunningProcess explain = explain("--pid", Long.toString(program.pid()))) {
            assertThat(explain.awaitExit(LIMIT)).as(explain.description()).isZero();
            assertThat(explain.stdout())
                    .startsWith(name() + "  user ")
                    .contains("pid " + program.pid(), "PROVIDER", "KEY ID", "WHY")
                    .containsPattern(
                            "=>\\s+environment\\s+AKIA\\*{12}3BC7\\s+AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
                    .contains("not asked, the chain ends at environment")
                    .contains("uses environment AKIA************3BC7")
                    .doesNotContain(KEY_ID, SECRET);
        }
    }

    @Test
    void aWorkloadIsExplainedAsJson() throws IOException {
        try (RunningProcess explain = explain("--workload", name(), "--format", "json")) {
            assertThat(explain.awaitExit(LIMIT)).as(explain.description()).isZero();
            JsonNode workloads = new JsonMapper().readTree(explain.stdout()).path("workloads");
            assertThat(workloads)
                    .allMatch(each -> each.path("workload").asText().equals(name()));
            JsonNode ours = with(workloads, program.pid());
            assertThat(ours.path("source").asText()).isEqualTo("environment");
            JsonNode first = ours.path("chain").path(0);
            assertThat(first.path("provider").asText()).isEqualTo("environment");
            assertThat(first.path("wins").asBoolean()).isTrue();
            assertThat(first.path("key_id").asText()).isEqualTo("AKIA************3BC7");
            assertThat(explain.stdout()).doesNotContain(KEY_ID, SECRET);
        }
    }

    @Test
    void aUsersProgramsAreExplainedAndTheExplainingProcessIsNotOneOfThem() throws IOException {
        try (RunningProcess explain = explain("--user", System.getProperty("user.name"), "--format", "json")) {
            long own = explain.handle().pid();
            assertThat(explain.awaitExit(LIMIT)).as(explain.description()).isZero();
            JsonNode workloads = new JsonMapper().readTree(explain.stdout()).path("workloads");
            assertThat(with(workloads, program.pid()).isMissingNode()).isFalse();
            assertThat(with(workloads, own).isMissingNode()).as("itself").isTrue();
        }
    }

    @Test
    void whatIsNotThereIsOneSentence() throws IOException {
        try (RunningProcess explain =
                explain("--workload", "pm2:nobody", "--user", "nobody-here", "--format", "json")) {
            assertThat(explain.awaitExit(LIMIT)).as(explain.description()).isEqualTo(3);
            assertThat(explain.stdout()).isEmpty();
            assertThat(explain.stderr())
                    .isEqualTo("No running program that uses AWS, as far as can be seen, is workload pm2:nobody of user"
                            + " nobody-here; explain without options names all that are.\n");
        }
    }

    private static JsonNode with(JsonNode workloads, long pid) {
        for (JsonNode workload : workloads) {
            for (JsonNode each : workload.path("pids")) {
                if (each.asLong() == pid) {
                    return workload;
                }
            }
        }
        return workloads.path("none");
    }
}
