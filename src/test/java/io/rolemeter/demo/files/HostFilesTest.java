package io.rolemeter.demo.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.demo.account.Identities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFilesTest {

    @ParameterizedTest
    @CsvSource({
        "healthy,",
        "keys-shadow-role,home/deploy/.pm2/dump.pm2 proc/812/environ root/.aws/credentials srv/api/.env.production",
        "iam-user-only,proc/812/environ root/.aws/credentials",
        "profile-without-role,",
        "profile-deleted,",
        "expiring,",
        "imds-down,"
    })
    void the_forgotten_key_lies_where_the_scenario_says_and_nowhere_else(String scenario, String places)
            throws IOException {
        try (SimulatedHost host = Hosts.start(scenario)) {
            String expected = places == null ? "" : places;
            assertThat(String.join(
                            " ", filesWith(host.root(), Identities.userKey().keyId())))
                    .isEqualTo(expected);
            assertThat(String.join(
                            " ", filesWith(host.root(), Identities.userKey().secret())))
                    .isEqualTo(expected);
            assertThat(filesWith(host.root(), "AKIA"))
                    .hasSameSizeAs(expected.isEmpty() ? List.of() : List.of(expected.split(" ", -1)));
        }
    }

    @Test
    void the_dotenv_file_has_the_two_lines_commented_out() throws IOException {
        try (SimulatedHost host = Hosts.start("keys-shadow-role")) {
            assertThat(read(host, "srv/api/.env.production"))
                    .isEqualTo("# production\nNODE_ENV=production\nPORT=3000\nAWS_REGION=us-east-1\n#AWS_ACCESS_KEY_ID="
                            + Identities.userKey().keyId() + "\n#AWS_SECRET_ACCESS_KEY="
                            + Identities.userKey().secret() + "\n");
        }
    }

    @Test
    void processes_look_as_linux_and_pm2_show_them() throws IOException {
        try (SimulatedHost host = Hosts.start("keys-shadow-role")) {
            assertThat(read(host, "proc/801/cmdline")).startsWith("PM2 v7.0.4: God Daemon (/home/deploy/.pm2)\0");
            assertThat(read(host, "proc/801/comm")).isEqualTo("PM2 v7.0.4: God\n");
            assertThat(read(host, "proc/812/comm")).isEqualTo("node /srv/api/a\n");
            assertThat(read(host, "proc/812/status"))
                    .contains("\nPPid:\t801\n", "\nUid:\t1001\t1001\t1001\t1001\n", "\nGid:\t1001\t1001\t1001\t1001\n");
            assertThat(read(host, "proc/812/stat").split(" \\(.*\\) ", -1)[1].split(" ", -1))
                    .hasSize(50);
            assertThat(read(host, "proc/812/environ").split("\0", -1))
                    .contains("name=api", "pm_id=0", "exec_mode=fork_mode", "PM2_HOME=/home/deploy/.pm2")
                    .contains("AWS_ACCESS_KEY_ID=" + Identities.userKey().keyId());
            assertThat(read(host, "proc/813/environ").split("\0", -1))
                    .contains("NODE_UNIQUE_ID=1")
                    .anyMatch(variable ->
                            variable.startsWith("pm2_env={\"name\":\"jobs\",\"cwd\":\"/srv/jobs\",\"env\":{"));
            assertThat(read(host, "proc/2/cmdline")).isEmpty();
            assertThat(host.root().resolve("proc/2/exe")).doesNotExist();
            assertThat(read(host, "proc/702/cmdline").split("\0", -1))
                    .containsExactly(
                            "/usr/lib/jvm/java-17-amazon-corretto/bin/java",
                            "-Xmx256m",
                            "-cp",
                            "/opt/billing/lib/*",
                            "com.example.billing.Main",
                            "");
        }
    }

    @Test
    void links_hold_the_paths_of_the_host() throws IOException {
        try (SimulatedHost host = Hosts.start("healthy")) {
            Path process = host.root().resolve("proc/812");
            assertThat(Files.readSymbolicLink(process.resolve("cwd"))).isEqualTo(Path.of("/srv/api"));
            assertThat(Files.readSymbolicLink(process.resolve("exe"))).isEqualTo(Path.of("/usr/bin/node"));
            assertThat(host.root().resolve("usr/bin/node")).exists();
        }
    }

    private static String read(SimulatedHost host, String path) throws IOException {
        return Files.readString(host.root().resolve(path));
    }

    private static List<String> filesWith(Path root, String text) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .filter(file -> contains(file, text))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
