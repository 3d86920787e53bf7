package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged jar answers to requests that nobody honest makes, and that it tells nothing about itself then. */
class HttpAnswersIT {
    private static final String HOST = RawRequest.HOST;

    @TempDir
    private Path folder;

    @Test
    void whatIsForeignUnknownOversizedOrNonsenseIsRefusedAndToldNothing() throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            for (String own : List.of("localhost", "LOCALHOST:1", "127.0.0.1:10169", "127.9.8.7", "[::1]:80")) {
                RawRequest.expect(served, "200", "GET /metrics HTTP/1.1\r\nHost: " + own + "\r\n\r\n");
            }
            for (String foreign : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:10169")) {
                RawRequest.expect(served, "421", "GET /metrics HTTP/1.1\r\nHost: " + foreign + "\r\n\r\n");
                RawRequest.expect(served, "4..", "GET http://" + foreign + "/metrics HTTP/1.1\r\n" + HOST + "\r\n");
            }
            for (String method : List.of("TRACE", "POST", "PUT", "DELETE", "OPTIONS", "INVENTED", "get")) {
                assertThat(RawRequest.expect(served, "405", method + " /metrics HTTP/1.1\r\n" + HOST + "\r\n"))
                        .contains("\r\nAllow: GET, HEAD\r\n");
            }
            for (String path : List.of("/metrics/", "/%6detrics", "/metrics;x", "//metrics", "/./metrics", "/../etc")) {
                RawRequest.expect(served, "4..", "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
            }
            String get = "GET /metrics HTTP/1.1\r\n" + HOST;
            RawRequest.expect(served, "4..", "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
            RawRequest.expect(served, "4..", get + "X: " + "a".repeat(100_000) + "\r\n\r\n");
            RawRequest.expect(served, "4..", get + "X: y\r\n".repeat(20_000) + "\r\n");
            RawRequest.expect(served, "413", get + "Content-Length: 99999999999\r\n\r\n");
            RawRequest.expect(served, "4..", get + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n");
            RawRequest.expect(served, "4..", get + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
            RawRequest.expect(served, "4..", get + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello");
            RawRequest.expect(served, "4..", get + "Content-Length: -1\r\n\r\n");
            RawRequest.expect(served, "4..", "GET /metrics HTTP/1.1\r\n\r\n");
            RawRequest.expect(served, "4..", get + HOST + "\r\n");
            RawRequest.expect(served, "(4..|505)", "GET /metrics HTTP/9.9\r\n" + HOST + "\r\n");
            RawRequest.expect(served, "(4..|505)?", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            RawRequest.expect(served, "4..", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n");
            RawRequest.expect(
                    served, "(4..)?", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + "\0".repeat(80));
            RawRequest.expect(served, "(4..)?", "\0\0\0\0\r\n\r\n");
            assertThat(RawRequest.expect(served, "200", get + "Accept-Encoding: gzip;q=0\r\n\r\n"))
                    .doesNotContain("Content-Encoding");
            assertThat(served.log()).doesNotContain("Exception", "evil");
        }
    }

    @Test
    void tenThousandPathsAddNoSeries() throws IOException {
        manyPathsAddNoSeries(10);
    }

    @Test
    @Tag("endurance")
    void norDoAHundredThousand() throws IOException {
        manyPathsAddNoSeries(100);
    }

    private void manyPathsAddNoSeries(int thousands) throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            String scrape = "GET /metrics HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";
            while (!RawRequest.ask(served, "GET /-/ready HTTP/1.1\r\n" + HOST + "\r\n")
                    .startsWith("HTTP/1.1 200")) {
                Thread.onSpinWait();
            }
            long before = series(RawRequest.ask(served, scrape));
            try (Socket socket = AttackingSockets.connect(served)) {
                InputStream answers = new BufferedInputStream(socket.getInputStream());
                for (int batch = 0; batch < thousands; batch++) {
                    StringBuilder requests = new StringBuilder();
                    for (int i = 0; i < 1_000; i++) {
                        requests.append("HEAD /%d-%d HTTP/1.1\r\n".formatted(batch, i) + HOST + "\r\n");
                    }
                    Thread sending = new Thread(() -> RawRequest.send(socket, requests.toString()));
                    sending.start();
                    int ends = 0;
                    for (int seen = 0; ends < 1_000; ) {
                        int next = answers.read();
                        seen = next == "\r\n\r\n".charAt(seen) ? seen + 1 : next == '\r' ? 1 : 0;
                        ends += seen == 4 ? 1 : 0;
                        seen %= 4;
                        assertThat(next).isNotNegative();
                    }
                }
            }
            assertThat(series(RawRequest.ask(served, scrape))).isEqualTo(before);
        }
    }

    private static long series(String scrape) {
        return scrape.lines().filter(line -> line.startsWith("rolemeter_")).count();
    }
}
