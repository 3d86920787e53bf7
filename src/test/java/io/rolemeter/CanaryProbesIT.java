package io.rolemeter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rolemeter.collect.probe.ProbeKinds;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of probe signs with the role's session: what it signs with is not told, not even when AWS repeats it. */
class CanaryProbesIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> FORMATS = List.of("text", "json", "prometheus", "nagios");

    @TempDir
    private Path folder;

    private CanaryRun run;

    @BeforeEach
    void plant() throws IOException, InterruptedException {
        run = new CanaryRun("full-smoke", folder);
        run.withLoggingBegun();
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void noKindTellsWhatItSignsWith() throws IOException, InterruptedException {
        run.configure(EveryKind.configuration(run.host()));
        tellsNone("passed");
    }

    @Test
    void whatAnApiRepeatsOfARequestIsNotTold() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", CanaryProbesIT::repeat);
        server.start();
        try {
            String there = "http://127.0.0.1:" + server.getAddress().getPort();
            String configuration = EveryKind.configuration(run.host());
            for (URI endpoint : List.of(
                    run.host().stsEndpoint(),
                    run.host().s3Endpoint(),
                    run.host().gateway())) {
                configuration = configuration.replace(endpoint.toString(), there);
            }
            run.configure(configuration);
            tellsNone("failed");
        } finally {
            server.stop(0);
        }
    }

    private void tellsNone(String outcome) throws IOException, InterruptedException {
        for (String format : FORMATS) {
            try (RunningProcess check = run.start("check", "--format", format)) {
                assertThat(check.awaitExit(LIMIT)).as(check.description()).isEqualTo(2);
                if (format.equals("json")) {
                    assertThat(new JsonMapper()
                                    .readTree(check.stdout())
                                    .path("probes")
                                    .findValuesAsText("outcome"))
                            .hasSameSizeAs(ProbeKinds.names())
                            .contains(outcome);
                }
                run.canary().assertNothingIn(format, check.stdout() + check.stderr());
            }
        }
        String address = "127.0.0.1:" + RunningProcess.freePort();
        URI base = URI.create("http://" + address);
        try (RunningProcess daemon = run.start("serve", "--web.listen-address", address, "--log.level", "debug")) {
            daemon.awaitOk(base.resolve("/-/ready"), LIMIT);
            for (String path : List.of("/", "/metrics", "/api/v1/status")) {
                run.canary().assertNothingIn(path, run.send(HttpRequest.newBuilder(base.resolve(path))));
            }
            run.canary().assertNothingIn("the names of threads", Jcmd.threads(daemon));
            run.canary().assertNothingIn("the log", daemon.stderr());
        }
    }

    /** Refuses, and says to what: with all headers, signature and token among them, and with the body. */
    private static void repeat(HttpExchange exchange) throws IOException {
        StringBuilder said = new StringBuilder("not authorized: ");
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        said.append(name).append('=').append(values.get(0)).append("; "));
        said.append(new String(exchange.getRequestBody().readAllBytes(), UTF_8).replaceAll("[\"<>&\\\\]", " "));
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        String body = type.contains("json")
                ? "{\"__type\":\"AccessDeniedException\",\"message\":\"" + said + "\"}"
                : "<ErrorResponse><Error><Code>AccessDenied</Code><Message>" + said
                        + "</Message></Error></ErrorResponse>";
        byte[] answer = body.getBytes(UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(403, exchange.getRequestMethod().equals("HEAD") ? -1 : answer.length);
            if (!exchange.getRequestMethod().equals("HEAD")) {
                out.write(answer);
            }
        }
    }
}
