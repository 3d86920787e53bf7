package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys lie in every place that is read; all of them are found, and none is told, whatever is asked of the packaged jar. */
class CanaryIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private CanaryRun run;
    private Canary canary;

    @BeforeEach
    void plant() throws IOException, InterruptedException {
        run = new CanaryRun("healthy", folder);
        canary = run.canary();
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void theDaemonTellsNone() throws IOException, InterruptedException {
        run.withUserData();
        String address = "127.0.0.1:" + RunningProcess.freePort();
        URI base = URI.create("http://" + address);
        Path state = Files.createDirectory(folder.resolve("state"));
        try (RunningProcess daemon = run.start(
                "serve", "--web.listen-address", address, "--log.level", "debug", "--state.directory", "" + state)) {
            daemon.awaitOk(base.resolve("/-/ready"), LIMIT);

            String status = run.send(HttpRequest.newBuilder(base.resolve("/api/v1/status")));
            run.assertEverythingFound(new JsonMapper().readTree(status).path("keys"));
            canary.assertNothingIn("the status document", status);
            String secret = canary.name("a request").secret();
            for (String path : List.of("/", "/metrics", "/-/ready", "/nothing/" + secret + "?key=" + secret)) {
                HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
                canary.assertNothingIn(path, run.send(request));
                canary.assertNothingIn(
                        "an answer to a POST to " + path, run.send(request.POST(BodyPublishers.ofString(secret))));
            }
            canary.assertNothingIn(
                    "OpenMetrics",
                    run.send(HttpRequest.newBuilder(base.resolve("/metrics"))
                            .header("Accept", "application/openmetrics-text")));
            String threads = Jcmd.threads(daemon);
            assertThat(threads).contains("\"rolemeter-keys\"");
            canary.assertNothingIn("the names of threads", threads);
            canary.assertNothingIn("the history", Files.readString(state.resolve("history.jsonl")));
            assertThat(daemon.stderr()).contains("listening on", "appeared: ");
            run.assertSilent(daemon);
        }
    }

    @Test
    void theTwoProcessesTellNone() throws IOException, InterruptedException {
        Path facts = folder.resolve("facts.jsonl");
        Path state = Files.createDirectory(folder.resolve("state"));
        for (int look = 0; look < 2; look++) {
            try (RunningProcess scan = run.start("scan", "--facts", "" + facts, "--state.directory", "" + state)) {
                assertThat(scan.awaitExit(LIMIT)).as(scan.description()).isEqualTo(2);
                run.assertSilent(scan);
            }
        }
        String told = Files.readString(facts);
        canary.assertNothingIn("the facts", told);
        assertThat(canary.placesMissedBy(told.lines()
                        .map(line -> line.replaceAll(".*\"key_id\":\"([^\"]*)\".*", "$1"))
                        .toList()))
                .isEmpty();
        canary.assertNothingIn("how far logs were read", Files.readString(state.resolve("scan.jsonl")));
        run.withUserData();
        String address = "127.0.0.1:" + RunningProcess.freePort();
        URI base = URI.create("http://" + address);
        try (RunningProcess daemon = run.start(
                "serve",
                "--facts",
                "" + facts,
                "--web.listen-address",
                address,
                "--log.level",
                "debug",
                "--state.directory",
                "" + state)) {
            daemon.awaitOk(base.resolve("/-/ready"), LIMIT);
            String status = run.send(HttpRequest.newBuilder(base.resolve("/api/v1/status")));
            run.assertEverythingFound(new JsonMapper().readTree(status).path("keys"));
            canary.assertNothingIn("the status document", status);
            for (String path : List.of("/", "/metrics")) {
                canary.assertNothingIn(path, run.send(HttpRequest.newBuilder(base.resolve(path))));
            }
            canary.assertNothingIn("the names of threads", Jcmd.threads(daemon));
            canary.assertNothingIn("the history", Files.readString(state.resolve("history.jsonl")));
            assertThat(daemon.stderr()).contains("appeared: ");
            run.assertSilent(daemon);
        }
    }

    @Test
    void aCheckTellsNone() throws IOException {
        run.withUserData();
        for (String format : List.of("text", "json", "prometheus", "nagios")) {
            try (RunningProcess check = run.start("check", "--format", format)) {
                assertThat(check.awaitExit(LIMIT)).as(check.description()).isEqualTo(2);
                if (format.equals("json")) {
                    JsonNode status = new JsonMapper().readTree(check.stdout());
                    run.assertEverythingFound(status.path("keys"));
                }
                run.assertSilent(check);
            }
        }
    }

    @Test
    void explainAndScanTellNone() throws IOException {
        for (String format : List.of("text", "json")) {
            try (RunningProcess explain = run.start("explain", "--format", format)) {
                assertThat(explain.awaitExit(LIMIT)).as(explain.description()).isLessThan(3);
                assertThat(explain.stdout()).contains("pm2:");
                run.assertSilent(explain);
            }
            try (RunningProcess scan = run.start("scan", "--format", format)) {
                assertThat(scan.awaitExit(LIMIT)).as(scan.description()).isEqualTo(2);
                run.assertSilent(scan);
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

        try (RunningProcess refused = run.startAlone("config", "check", file.toString())) {
            assertThat(refused.awaitExit(LIMIT)).as(refused.description()).isEqualTo(3);
            assertThat(refused.stderr().lines()).hasSizeGreaterThan(8);
            run.assertSilent(refused);
        }
        Files.writeString(file, "a: [\n" + key.secret() + " " + key.id() + ": \"\n");
        try (RunningProcess refused = run.startAlone("check", "--config", file.toString())) {
            assertThat(refused.awaitExit(LIMIT)).as(refused.description()).isEqualTo(3);
            run.assertSilent(refused);
        }
        try (RunningProcess refused = run.startAlone("check", "--" + key.secret(), key.id())) {
            assertThat(refused.awaitExit(LIMIT)).as(refused.description()).isEqualTo(3);
            run.assertSilent(refused);
        }
    }
}
