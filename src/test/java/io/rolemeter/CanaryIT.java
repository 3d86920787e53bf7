package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys lie in every place that is read; all of them are found, and none is told, whatever is asked of the packaged jar. */
class CanaryIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String CREDENTIALS = "/latest/meta-data/iam/security-credentials/app-backend-role";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SimulatedHost host =
            SimulatedHost.start(Scenarios.named("healthy").orElseThrow(), Clock.systemUTC());
    private final Canary canary = new Canary();

    @TempDir
    private Path folder;

    @BeforeEach
    void plant() throws IOException, InterruptedException {
        new CanaryHost(host.root(), canary).plant();
        String token = send(HttpRequest.newBuilder(host.metadataEndpoint().resolve("/latest/api/token"))
                .header("X-aws-ec2-metadata-token-ttl-seconds", "60")
                .PUT(BodyPublishers.noBody()));
        JsonNode session = new JsonMapper()
                .readTree(send(HttpRequest.newBuilder(host.metadataEndpoint().resolve(CREDENTIALS))
                        .header("X-aws-ec2-metadata-token", token)));
        canary.hide(session.path("SecretAccessKey").asText());
        canary.hide(session.path("Token").asText());
        Files.writeString(
                folder.resolve("rolemeter.yml"),
                host.configuration() + "keys: { paths: [\"" + String.join("\", \"", CanaryHost.CONFIGURED) + "\"] }\n");
        Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                .level = ALL
                sun.net.www.protocol.http.level = ALL
                sun.net.www.protocol.http.HttpURLConnection.level = ALL
                sun.net.www.protocol.http.HttpURLConnection.handlers = java.util.logging.ConsoleHandler
                software.amazon.awssdk.level = ALL
                """);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void theDaemonTellsNone() throws IOException, InterruptedException {
        String address = "127.0.0.1:" + RunningProcess.freePort();
        URI base = URI.create("http://" + address);
        try (RunningProcess daemon = start(
                "serve",
                "--config",
                config(),
                "--root",
                root(),
                "--web.listen-address",
                address,
                "--log.level",
                "debug")) {
            daemon.awaitOk(base.resolve("/-/ready"), LIMIT);

            String status = send(HttpRequest.newBuilder(base.resolve("/api/v1/status")));
            assertEverythingFound(status);
            canary.assertNothingIn("the status document", status);
            String secret = canary.name("a request").secret();
            for (String path : List.of("/", "/metrics", "/-/ready", "/nothing/" + secret + "?key=" + secret)) {
                HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
                canary.assertNothingIn(path, send(request));
                canary.assertNothingIn(
                        "an answer to a POST to " + path, send(request.POST(BodyPublishers.ofString(secret))));
            }
            canary.assertNothingIn(
                    "OpenMetrics",
                    send(HttpRequest.newBuilder(base.resolve("/metrics"))
                            .header("Accept", "application/openmetrics-text")));
            assertThat(daemon.stderr()).contains("listening on", "appeared: ");
            assertSilent(daemon);
        }
    }

    @Test
    void aCheckTellsNone() throws IOException {
        for (String format : List.of("text", "json", "prometheus", "nagios")) {
            try (RunningProcess check = start("check", "--config", config(), "--root", root(), "--format", format)) {
                assertThat(check.awaitExit(LIMIT)).as(check.description()).isEqualTo(2);
                if (format.equals("json")) {
                    assertEverythingFound(check.stdout());
                }
                assertSilent(check);
            }
        }
    }

    @Test
    void explainAndScanTellNone() throws IOException {
        for (String format : List.of("text", "json")) {
            try (RunningProcess explain =
                    start("explain", "--config", config(), "--root", root(), "--format", format)) {
                assertThat(explain.awaitExit(LIMIT)).as(explain.description()).isLessThan(3);
                assertThat(explain.stdout()).contains("pm2:");
                assertSilent(explain);
            }
            try (RunningProcess scan = start("scan", "--root", root(), "--format", format)) {
                assertThat(scan.awaitExit(LIMIT)).as(scan.description()).isEqualTo(2);
                assertSilent(scan);
            }
        }
    }

    @Test
    void aConfigurationWithKeysInItIsRefusedWithoutRepeatingThem() throws IOException {
        Canary.Key key = canary.name("a configuration");
        Path file = Files.writeString(folder.resolve("wrong.yml"), """
                aws: { region: "%2$s", access_key_id: %1$s, secret_access_key: %2$s, %1$s: 1, endpoints: { %2$s: x } }
                keys: { paths: ["%1$s", "%2$s"], interval: "%2$s" }
                probes:
                - { name: "%1$s %2$s", s3-get: { bucket: "%2$s %2$s", key: "%1$s", %1$s: "%2$s" }, expect: "%2$s" }
                - { name: "%1$s", sts-assume-role: { role_arn: "%2$s", external_id: "%2$s!" } }
                - %2$s
                """.formatted(key.id(), key.secret()));

        try (RunningProcess refused = start("config", "check", file.toString())) {
            assertThat(refused.awaitExit(LIMIT)).as(refused.description()).isEqualTo(3);
            assertThat(refused.stderr().lines()).hasSizeGreaterThan(8);
            assertSilent(refused);
        }
        Files.writeString(file, "a: [\n" + key.secret() + " " + key.id() + ": \"\n");
        try (RunningProcess refused = start("check", "--config", file.toString())) {
            assertThat(refused.awaitExit(LIMIT)).as(refused.description()).isEqualTo(3);
            assertSilent(refused);
        }
        try (RunningProcess refused = start("check", "--" + key.secret(), key.id())) {
            assertThat(refused.awaitExit(LIMIT)).as(refused.description()).isEqualTo(3);
            assertSilent(refused);
        }
    }

    private void assertEverythingFound(String status) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode key : new JsonMapper().readTree(status).path("keys").path("keys")) {
            found.add(key.path("key_id").asText());
        }
        assertThat(canary.placesMissedBy(found)).isEmpty();
    }

    private void assertSilent(RunningProcess process) throws IOException {
        canary.assertNothingIn("stdout", process.stdout());
        canary.assertNothingIn("stderr", process.stderr());
        assertThat(process.stderr().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("x-aws-ec2-metadata-token:", "x-amz-security-token", "authorization:", "aws4-hmac");
    }

    private RunningProcess start(String... arguments) throws IOException {
        Map<String, String> properties = new HashMap<>(host.defaultChainProperties());
        properties.put(
                "java.util.logging.config.file",
                folder.resolve("logging.properties").toString());
        return PackagedJar.start(properties, arguments);
    }

    private String config() {
        return folder.resolve("rolemeter.yml").toString();
    }

    private String root() {
        return host.root().toString();
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }
}
