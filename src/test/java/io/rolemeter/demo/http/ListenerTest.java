package io.rolemeter.demo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenerTest {

    private final Ports ports = new Ports(Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC));
    private URI endpoint = URI.create("http://127.0.0.1");

    @BeforeAll
    void start() throws IOException {
        endpoint = ports.serve("echo", request -> {
            if (request.path().equals("/defect")) {
                throw new IllegalStateException("a defect");
            }
            return Response.of(200, "text/plain", new String(request.body(), StandardCharsets.UTF_8));
        });
    }

    @AfterAll
    void stop() throws IOException {
        ports.close();
    }

    @Test
    void the_whole_answer_is_the_clocks_and_the_services() {
        assertThat(post("Content-Length: 2\r\n\r\nhi"))
                .isEqualTo("HTTP/1.1 200 OK\r\nDate: Tue, 3 Feb 2026 04:05:06 GMT\r\nConnection: close\r\n"
                        + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi");
    }

    @Test
    void a_body_in_chunks_is_put_together() {
        assertThat(post("Transfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1;extension\r\ni\r\n0\r\n\r\n"))
                .endsWith("\r\n\r\nhi");
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on() {
        assertThat(post("Expect: 100-continue\r\nContent-Length: 2\r\n\r\nhi"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n");
    }

    @Test
    void what_is_too_large_is_refused_unread() {
        assertThat(post("Content-Length: 1048577\r\n\r\n")).startsWith("HTTP/1.1 413");
        assertThat(post("Content-Length: 99999999999999\r\n\r\n")).startsWith("HTTP/1.1 413");
        assertThat(post("Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n")).startsWith("HTTP/1.1 413");
        assertThat(post("X: " + "x".repeat(RequestReader.HEAD_BYTES - 18))).startsWith("HTTP/1.1 431");
    }

    @Test
    void what_is_not_http_is_a_bad_request() {
        assertThat(RawHttp.sendText(endpoint, "\u0016\u0003\u0001\n")).startsWith("HTTP/1.1 400");
        assertThat(RawHttp.sendText(endpoint, "GET http://elsewhere/ HTTP/1.1\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(post("Content-Length: many\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(post("no colon\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void a_defect_is_told_to_the_client_and_ends_nothing() {
        for (int times = 0; times < 10; times++) {
            assertThat(RawHttp.send(endpoint, "GET /defect HTTP/1.1")).startsWith("HTTP/1.1 500");
        }
        assertThat(post("Content-Length: 2\r\n\r\nhi")).startsWith("HTTP/1.1 200");
    }

    private String post(String rest) {
        return RawHttp.sendText(endpoint, "POST / HTTP/1.1\r\n" + rest);
    }
}
