package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolemeter.model.Expectations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    @Test
    void allMistakesAreReportedAtOnceByPathAndLine() {
        String text = """
                web:
                  listen_address: 10169
                imds:
                  intervall: 15s
                  interval: 15
                expect:
                  account: 12 34
                probes:
                  - name: read-source
                    s3-gett: { bucket: source }
                """;
        Problems problems = new Problems("/etc/rolemeter/rolemeter.yml");
        Configuration.read(text, Reading.KINDS, problems);
        List<String> lines = List.of(
                "/etc/rolemeter/rolemeter.yml:2: web.listen_address: found \"10169\"; expected "
                        + ListenAddress.EXPECTED,
                "/etc/rolemeter/rolemeter.yml:4: imds.intervall: unknown key; did you mean \"interval\"?",
                "/etc/rolemeter/rolemeter.yml:5: imds.interval: \"15\" has no unit; expected " + Scalars.A_DURATION,
                "/etc/rolemeter/rolemeter.yml:7: expect.account: found \"12 34\"; expected the 12 digits of an account",
                "/etc/rolemeter/rolemeter.yml:10: probes[0].s3-gett: unknown key; did you mean \"s3-get\"?");
        assertThat(problems.lines()).isEqualTo(lines);
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        thrown -> assertThat(thrown.problems()).isEqualTo(lines))
                .hasMessage(String.join("\n", lines));
    }

    @Test
    void everyKeyIsRead() {
        String text = """
                web: { listen_address: "[::1]:0", config_file: /etc/rolemeter/web-config.yml }
                aws: { region: us-gov-west-1, endpoints: { sts: "http://127.0.0.1:4566", s3: https://s3.local/base } }
                imds: { endpoint: "http://[fd00:ec2::254]", interval: 1s, v1_check: false }
                caller: { interval: 1m }
                expect: { account: 111122223333, role: app@prod }
                expiry: { warning: 1h30m, critical: 500s }
                keys: { interval: 1d, paths: [/srv/*/.env], exclude: ["**/node_modules"] }
                logs: { files: [/var/log/app.log] }
                """;
        Settings expected = new Settings(
                new Settings.Web(new ListenAddress("::1", 0), Optional.of(Path.of("/etc/rolemeter/web-config.yml"))),
                new Settings.Aws(
                        Optional.of("us-gov-west-1"),
                        Map.of("sts", URI.create("http://127.0.0.1:4566"), "s3", URI.create("https://s3.local/base"))),
                new Settings.Imds(Optional.of(URI.create("http://[fd00:ec2::254]")), Duration.ofSeconds(1), false),
                new Settings.Caller(Duration.ofMinutes(1)),
                new Expectations(
                        Optional.of("111122223333"),
                        Optional.of("app@prod"),
                        Duration.ofMinutes(90),
                        Duration.ofSeconds(500)),
                new Settings.Keys(Duration.ofDays(1), List.of("/srv/*/.env"), List.of("**/node_modules")),
                new Settings.Logs(List.of("/var/log/app.log")),
                List.of());
        assertThat(Reading.of(text)).isEqualTo(new Reading(expected, List.of()));
    }

    @Test
    void aGoodFileThrowsNothing() {
        Problems problems = new Problems("rolemeter.yml");
        Configuration.read(Configuration.defaultText(), Reading.KINDS, problems);
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void aHundredProblemsAreListedAndTheRestCounted() {
        String text = "bad%d: 1\n"
                .repeat(250)
                .formatted(IntStream.range(0, 250).boxed().toArray());
        assertThat(Reading.of(text).problems()).hasSize(101).endsWith("rolemeter.yml: and 150 more");
    }
}
