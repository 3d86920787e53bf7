package io.rolemeter.publish.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolemeter.publish.Hosts;
import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.Protection;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private final Metrics metrics = new Metrics(new BuildInfo("0.1.0", "1a2b3c4", "17.0.15"), Hosts.shadowed());
    private WebServer server;

    @BeforeEach
    void open() throws IOException {
        server = WebServer.open("127.0.0.1", 0, new Door(Protection.NONE), metrics, Hosts.unknown());
        server.publish(Hosts.shadowed());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRequestThatNamesAnotherHostIsRefusedWithTheHeadersOfEveryAnswer() throws IOException {
        try (RawClient client = client()) {
            RawClient.Response response = client.get("/metrics", "Host: evil.example");
            assertThat(response.status()).isEqualTo(421);
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.text()).isEqualTo("This is not the host that was asked for; name it as localhost.\n");
        }
    }

    @Test
    void everyPathAnswersWithItsType() throws IOException {
        try (RawClient client = client()) {
            assertThat(client.get("/").header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(client.get("/metrics").header("Content-Type"))
                    .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            assertThat(client.get("/api/v1/status").header("Content-Type")).isEqualTo("application/json");
            assertThat(client.get("/-/healthy").text()).isEqualTo("Rolemeter is healthy.\n");
        }
    }

    @Test
    void itIsReadyOnceSomebodySaysSo() throws IOException {
        try (RawClient client = client()) {
            assertThat(client.get("/-/ready").status()).isEqualTo(503);
            server.ready();
            assertThat(client.get("/-/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void openMetricsIsNegotiated() throws IOException {
        try (RawClient client = client()) {
            RawClient.Response response = client.get("/metrics", "Accept: application/openmetrics-text;version=1.0.0");

            assertThat(response.header("Content-Type"))
                    .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
            assertThat(response.text()).endsWith("# EOF\n");
        }
    }

    @Test
    void gzipIsUsedWhenAccepted() throws IOException {
        try (RawClient client = client()) {
            RawClient.Response response = client.get("/metrics", "Accept-Encoding: gzip");

            assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
            byte[] text = new GZIPInputStream(new ByteArrayInputStream(response.bytes())).readAllBytes();
            assertThat(new String(text, StandardCharsets.UTF_8)).contains("rolemeter_status{");
            assertThat(client.get("/metrics", "Accept-Encoding: gzip;q=0").header("Content-Encoding"))
                    .isEmpty();
        }
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws IOException {
        try (RawClient client = client()) {
            int length = client.get("/metrics").body().length();
            RawClient.Response head = client.head("/metrics");

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(length));
            assertThat(client.get("/-/healthy").status()).isEqualTo(200);
        }
    }

    @Test
    void nothingElseIsThereAndNothingCanBeChanged() throws IOException {
        try (RawClient client = client()) {
            assertThat(client.get("/metrics/").status()).isEqualTo(404);
            assertThat(client.get("/favicon.ico").text())
                    .isEqualTo("There is nothing here; the status page is at /.\n");
            RawClient.Response post = client.send("POST", "/", "Content-Length: 0");
            assertThat(post.status()).isEqualTo(405);
            assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws IOException {
        try (RawClient client = client()) {
            for (String path : new String[] {"/", "/metrics", "/nothing", "/-/ready"}) {
                RawClient.Response response = client.get(path);
                assertThat(response.header("Content-Security-Policy"))
                        .startsWith("default-src 'none'; style-src 'sha256-")
                        .doesNotContain("unsafe");
                assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            }
        }
    }

    @Test
    void whoListensAlreadyIsToldInOneSentence() {
        int port = server.address().getPort();

        assertThatThrownBy(() -> WebServer.open("127.0.0.1", port, new Door(Protection.NONE), metrics, Hosts.unknown()))
                .isInstanceOf(BindException.class)
                .hasMessage(
                        "Cannot listen on 127.0.0.1:" + port
                                + ": another program listens there; stop it, or choose another port with --web.listen-address.");
    }

    @Test
    void anAddressOfAnotherHostIsToldInOneSentence() {
        assertThatThrownBy(() -> WebServer.open("192.0.2.1", 0, new Door(Protection.NONE), metrics, Hosts.unknown()))
                .hasMessage(
                        "Cannot listen on 192.0.2.1:0: this host does not have that address; choose one that it has with --web.listen-address.");
    }

    private RawClient client() throws IOException {
        return new RawClient(server.address());
    }
}
