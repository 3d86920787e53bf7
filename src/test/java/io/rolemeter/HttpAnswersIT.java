package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** What the packaged jar answers to requests that nobody honest makes, and that it tells nothing about itself then. */
class HttpAnswersIT {
    private static final String HOST = "Host: localhost\r\n";
    private static final Pattern TELLING = Pattern.compile(
            "(?i)jetty|exception|\\bat (io|org|java)\\.|java/|\\n\\s+at |/tmp|\\.yml|^server:", Pattern.MULTILINE);
    private static final String USERS =
            "basic_auth_users: { prometheus: \"%s\" }\n".formatted(BCrypt.hashpw("open sesame", BCrypt.gensalt(10)));

    @TempDir
    private Path folder;

    @Test
    void whatIsForeignUnknownOversizedOrNonsenseIsRefusedAndToldNothing() throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            for (String own : List.of("localhost", "LOCALHOST:1", "127.0.0.1:10169", "127.9.8.7", "[::1]:80")) {
                expect(served, "200", "GET /metrics HTTP/1.1\r\nHost: " + own + "\r\n\r\n");
            }
            for (String foreign : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:10169")) {
                expect(served, "421", "GET /metrics HTTP/1.1\r\nHost: " + foreign + "\r\n\r\n");
                expect(served, "4..", "GET http://" + foreign + "/metrics HTTP/1.1\r\n" + HOST + "\r\n");
            }
            for (String method : List.of("TRACE", "POST", "PUT", "DELETE", "OPTIONS", "INVENTED", "get")) {
                assertThat(expect(served, "405", method + " /metrics HTTP/1.1\r\n" + HOST + "\r\n"))
                        .contains("\r\nAllow: GET, HEAD\r\n");
            }
            for (String path : List.of("/metrics/", "/%6detrics", "/metrics;x", "//metrics", "/./metrics", "/../etc")) {
                expect(served, "4..", "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
            }
            String get = "GET /metrics HTTP/1.1\r\n" + HOST;
            expect(served, "4..", "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
            expect(served, "4..", get + "X: " + "a".repeat(100_000) + "\r\n\r\n");
            expect(served, "4..", get + "X: y\r\n".repeat(20_000) + "\r\n");
            expect(served, "413", get + "Content-Length: 99999999999\r\n\r\n");
            expect(served, "4..", get + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n");
            expect(served, "4..", get + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
            expect(served, "4..", get + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello");
            expect(served, "4..", get + "Content-Length: -1\r\n\r\n");
            expect(served, "4..", "GET /metrics HTTP/1.1\r\n\r\n");
            expect(served, "4..", get + HOST + "\r\n");
            expect(served, "(4..|505)", "GET /metrics HTTP/9.9\r\n" + HOST + "\r\n");
            expect(served, "(4..|505)?", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            expect(served, "4..", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n");
            expect(served, "(4..)?", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + "\0".repeat(80));
            expect(served, "(4..)?", "\0\0\0\0\r\n\r\n");
            assertThat(expect(served, "200", get + "Accept-Encoding: gzip;q=0\r\n\r\n"))
                    .doesNotContain("Content-Encoding");
            assertThat(served.log()).doesNotContain("Exception", "evil");
        }
    }

    @Test
    void aHundredThousandPathsAddNoSeries() throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            String scrape = "GET /metrics HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";
            while (!ask(served, "GET /-/ready HTTP/1.1\r\n" + HOST + "\r\n").startsWith("HTTP/1.1 200")) {
                Thread.onSpinWait();
            }
            long before = series(ask(served, scrape));
            try (Socket socket = AttackingSockets.connect(served)) {
                InputStream answers = socket.getInputStream();
                for (int batch = 0; batch < 100; batch++) {
                    StringBuilder requests = new StringBuilder();
                    for (int i = 0; i < 1_000; i++) {
                        requests.append("HEAD /")
                                .append(batch)
                                .append('-')
                                .append(i)
                                .append(" HTTP/1.1\r\n" + HOST + "\r\n");
                    }
                    Thread sending = new Thread(() -> send(socket, requests.toString()));
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
            assertThat(series(ask(served, scrape))).isEqualTo(before);
        }
    }

    @Test
    void tenThousandWrongPasswordsCostLittleAndTellNothing() throws IOException {
        try (ServedHost served = ServedHost.start(folder, USERS)) {
            String right = basic("prometheus:open sesame");
            try (HonestScraper honest = HonestScraper.start(served, right)) {
                while (honest.scrapes() < 3) {
                    Thread.onSpinWait();
                }
                Duration before = served.processorTime();
                long start = System.nanoTime();
                for (int guess = 0; guess < 10_000; guess++) {
                    String user = guess % 2 == 0 ? "prometheus" : "nobody";
                    expect(
                            served,
                            "(401|429)",
                            "GET /metrics HTTP/1.1\r\n" + HOST + "Connection: close\r\n" + "Authorization: "
                                    + basic(user + ":guess" + guess) + "\r\n\r\n");
                }
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                Duration used = served.processorTime().minus(before);
                System.out.printf(
                        "10,000 wrong passwords in %d ms: %d ms of processor; %d scrapes, slowest %d ms, failed %s%n",
                        took.toMillis(), used.toMillis(), honest.scrapes(), honest.slowestMillis(), honest.failures());
                assertThat(honest.failures()).isEmpty();
                assertThat(honest.slowestMillis()).isLessThanOrEqualTo(1_000);
                assertThat(used.toMillis()).isLessThan(20_000);
            }
            assertThat(served.log())
                    .doesNotContain("guess", "sesame", "Exception")
                    .hasSizeLessThan(10_000);
        }
    }

    /** The whole answer, whose status matches; it has the headers of every answer, and says nothing about the server. */
    private static String expect(ServedHost served, String status, String request) throws IOException {
        String answer = ask(served, request);
        String shown = request.substring(0, Math.min(80, request.length())) + "\n--- answer\n" + answer;
        assertThat(answer.isEmpty() ? "" : answer.split(" ", 3)[1]).as(shown).matches(status);
        if (!answer.isEmpty()) {
            assertThat(answer.lines().takeWhile(line -> !line.isEmpty()))
                    .as(shown)
                    .contains(
                            "X-Content-Type-Options: nosniff",
                            "Cache-Control: no-store",
                            "Referrer-Policy: no-referrer")
                    .anyMatch(line -> line.startsWith("Content-Security-Policy: default-src 'none'"));
        }
        if (!status.equals("200")) {
            assertThat(TELLING.matcher(answer).find()).as(shown).isFalse();
        }
        return answer;
    }

    private static String ask(ServedHost served, String request) throws IOException {
        try (Socket socket = AttackingSockets.connect(served)) {
            socket.setSoTimeout(6_000);
            send(socket, request);
            StringBuilder answer = new StringBuilder();
            byte[] some = new byte[8192];
            try {
                InputStream in = socket.getInputStream();
                for (int n = in.read(some); n >= 0 && !complete(answer, some, n); n = in.read(some)) {}
            } catch (java.net.SocketException reset) {
                // What was sent after the answer is not read any more.
            }
            return answer.toString();
        }
    }

    private static boolean complete(StringBuilder answer, byte[] more, int length) {
        answer.append(new String(more, 0, length, StandardCharsets.ISO_8859_1));
        int body = answer.indexOf("\r\n\r\n") + 4;
        var announced = Pattern.compile("Content-Length: (\\d+)").matcher(answer);
        return body >= 4 && announced.find() && answer.length() - body >= Integer.parseInt(announced.group(1));
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException refusedBeforeItsEnd) {
            // The answer says why.
        }
    }

    private static long series(String scrape) {
        return scrape.lines().filter(line -> line.startsWith("rolemeter_")).count();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
