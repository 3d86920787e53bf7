package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs read of a check, through the command line. */
class FormatsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aFileForTheTextfileCollectorIsWhatNodeExporterTakes() throws IOException {
        Path file = folder.resolve("rolemeter.prom");
        try (RunningProcess demo =
                PackagedJar.start("demo", "--once", "--format", "prometheus", "--output", file.toString())) {
            assertThat(demo.awaitExit(LIMIT)).as(demo.description()).isEqualTo(2);
            assertThat(demo.stdout() + demo.stderr()).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .contains("rolemeter_finding{code=\"keys_shadow_role\",severity=\"critical\",} 1.0")
                .allMatch(line -> line.startsWith("#") || line.matches("[a-z_0-9]+(\\{.*})? [-+.0-9E]+|.* NaN"));
        assertThat(lines).filteredOn(line -> line.startsWith("# TYPE")).doesNotHaveDuplicates();
    }

    @Test
    void promtoolFindsNothingToSayAboutIt() throws IOException, InterruptedException {
        Path promtool = InstalledProgram.require("promtool", "judge the metrics");
        Path file = folder.resolve("rolemeter.prom");
        try (RunningProcess demo =
                PackagedJar.start("demo", "--once", "--format", "prometheus", "--output", file.toString())) {
            assertThat(demo.awaitExit(LIMIT)).as(demo.description()).isEqualTo(2);
        }
        Process judge = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(judge.waitFor()).isZero();
    }

    @Test
    void aNagiosPluginSaysItsStateTwice() throws IOException {
        try (RunningProcess demo = PackagedJar.start("demo", "--scenario", "healthy", "--once", "--format", "nagios")) {
            assertThat(demo.awaitExit(LIMIT)).as(demo.description()).isZero();

            assertThat(demo.stdout().lines())
                    .singleElement()
                    .asString()
                    .matches("ROLEMETER OK: [^|]+ \\| 'expires'=\\d+s;900:;300: .*'probes_failed'=0;;;0");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsOneSentence() throws IOException {
        String file = folder.resolve("missing/status.json").toString();
        try (RunningProcess demo = PackagedJar.start("demo", "--once", "--format", "json", "--output", file)) {
            assertThat(demo.awaitExit(LIMIT)).isEqualTo(3);

            assertThat(demo.stderr()).isEqualTo("Cannot write " + file + ": its folder does not exist; create it.\n");
            assertThat(demo.stdout()).isEmpty();
        }
    }
}
