package io.rolemeter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real Prometheus, on the loopback address only, that a test has started with a configuration of its own. */
final class PrometheusServer implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final RunningProcess process;
    private final URI address;

    private PrometheusServer(RunningProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    static PrometheusServer start(Path binary, String configuration, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
        URI address = URI.create("http://127.0.0.1:" + RunningProcess.freePort());
        RunningProcess process = RunningProcess.start(List.of(
                binary.toString(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address.getAuthority()));
        PrometheusServer server = new PrometheusServer(process, address);
        try {
            process.awaitOk(address.resolve("/-/ready"), Duration.ofSeconds(60));
            return server;
        } catch (IOException | AssertionError e) {
            process.close();
            throw e;
        }
    }

    /** Every alert that is pending or firing, as {@code /api/v1/alerts} has it. */
    JsonNode alerts() throws IOException {
        return get("/api/v1/alerts").path("alerts");
    }

    /** Every loaded rule, as {@code /api/v1/rules} has it. */
    JsonNode ruleGroups() throws IOException {
        return get("/api/v1/rules").path("groups");
    }

    /** The series that an instant query gives. */
    JsonNode query(String expression) throws IOException {
        String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        return get("/api/v1/query?query=" + encoded).path("result");
    }

    @Override
    public void close() throws IOException {
        process.close();
    }

    private JsonNode get(String pathAndQuery) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(pathAndQuery))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return json.readTree(response.body()).path("data");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException translated = new InterruptedIOException("interrupted while asking Prometheus");
            translated.initCause(e);
            throw translated;
        }
    }
}
