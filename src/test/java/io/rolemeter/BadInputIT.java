package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users get wrong, through the command line: one clear error each, and exit code 3. */
class BadInputIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void fiveMistakesAreAllReportedByPathAndLine() throws IOException {
        Path file = Files.writeString(folder.resolve("rolemeter.yml"), """
                imds:
                  intervall: 15s
                caller: { interval: 5 }
                expect:
                  account: 1234
                probes:
                  - name: read
                    s3-get: { bucket: source }
                  - name: viewer
                    sts-assume-role: { role_arn: viewer }
                """);

        refused("""
                FILE:2: imds.intervall: unknown key; did you mean "interval"?
                FILE:3: caller.interval: "5" has no unit; expected a duration such as 30s, 15m or 2h
                FILE:5: expect.account: found "1234"; expected the 12 digits of an account
                FILE:8: probes[0].s3-get.key: is missing; expected a text that is not empty
                FILE:10: probes[1].sts-assume-role.role_arn: found "viewer"; expected the ARN of a role, such as \
                arn:aws:iam::111122223333:role/viewer
                """.replace("FILE", file.toString()), "config", "check", file.toString());
        refusedLike(".*imds\\.intervall: unknown key(?s).*", "serve", "--config", file.toString());
        refusedLike(".*imds\\.intervall: unknown key(?s).*", "check", "--config", file.toString());
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() throws IOException {
        Path missing = folder.resolve("missing.yml");

        refused(missing + ": does not exist; expected a YAML file\n", "config", "check", missing.toString());
    }

    @Test
    void aWebConfigurationWithMistakesIsNamedByPathAndLine() throws IOException {
        Path web = Files.writeString(folder.resolve("web.yml"), "basic_auth_users:\n  alice: swordfish\n");
        String expected =
                web + ":2: basic_auth_users.alice: is not a bcrypt hash of a cost from 4 to 16; make one with:"
                        + " htpasswd -nBC 10 \"\" | tr -d ':\\n'\n";
        refused(expected, "serve", "--web.config.file", web.toString());

        Path file = Files.writeString(folder.resolve("rolemeter.yml"), "web: { config_file: " + web + " }\n");
        refused(expected, "config", "check", file.toString());
    }

    @Test
    void aPortInUseIsOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            refused(
                    "Cannot listen on " + address
                            + ": another program listens there; stop it, or choose another port with --web.listen-address.\n",
                    "demo",
                    "--web.listen-address",
                    address);
        }
    }

    @Test
    void aScenarioThatDoesNotExistIsOneSentence() throws IOException {
        refused("There is no scenario nope; see: rolemeter demo --list\n", "demo", "--scenario", "nope");
    }

    @Test
    void badUsageIsOneSentence() throws IOException {
        refusedLike("Unknown option: '--nope'.* See: rolemeter check --help\n", "check", "--nope");
        refusedLike(".*expected HOST:PORT.* See: rolemeter serve --help\n", "serve", "--web.listen-address", "here");
        refusedLike(
                "--root .* is not a directory.*\n",
                "check",
                "--root",
                folder.resolve("none").toString());
    }

    private static void refused(String message, String... arguments) throws IOException {
        try (RunningProcess rolemeter = PackagedJar.start(arguments)) {
            assertThat(rolemeter.awaitExit(LIMIT)).as(rolemeter.description()).isEqualTo(3);
            assertThat(rolemeter.stderr()).isEqualTo(message);
            assertThat(rolemeter.stdout()).isEmpty();
        }
    }

    private static void refusedLike(String pattern, String... arguments) throws IOException {
        try (RunningProcess rolemeter = PackagedJar.start(arguments)) {
            assertThat(rolemeter.awaitExit(LIMIT)).as(rolemeter.description()).isEqualTo(3);
            assertThat(rolemeter.stderr()).matches(pattern).doesNotContain("Exception", "\tat ");
        }
    }
}
