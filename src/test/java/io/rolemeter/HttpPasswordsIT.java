package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Eight clients that guess passwords of the packaged jar, beside one who is known. */
class HttpPasswordsIT {
    private static final String USERS =
            "basic_auth_users: { prometheus: \"%s\" }\n".formatted(BCrypt.hashpw("open sesame", BCrypt.gensalt(10)));

    @TempDir
    private Path folder;

    @Test
    void aThousandWrongPasswordsCostLittleAndTellNothing() throws Exception {
        wrongPasswordsCostLittleAndTellNothing(1_000);
    }

    @Test
    @Tag("endurance")
    void neitherDoTenThousand() throws Exception {
        wrongPasswordsCostLittleAndTellNothing(10_000);
    }

    private void wrongPasswordsCostLittleAndTellNothing(int guesses) throws Exception {
        try (ServedHost served = ServedHost.start(folder, USERS)) {
            String right = basic("prometheus:open sesame");
            ExecutorService guessing = Executors.newFixedThreadPool(8);
            try (HonestScraper honest = HonestScraper.start(served, right)) {
                while (honest.scrapes() < 3) {
                    Thread.onSpinWait();
                }
                assertThat(unknownByKnown(served)).isBetween(1 / 3.0, 3.0);
                honest.forget();
                Duration before = served.processorTime();
                long start = System.nanoTime();
                List<Callable<String>> all = new ArrayList<>();
                for (int guess = 0; guess < guesses; guess++) {
                    String credentials = basic((guess % 2 == 0 ? "prometheus" : "nobody") + ":guess" + guess);
                    all.add(() -> RawRequest.expect(served, "(401|429)", guess(credentials)));
                }
                for (Future<String> answer : guessing.invokeAll(all)) {
                    assertThat(answer.get()).isNotEmpty();
                }
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                Duration used = served.processorTime().minus(before);
                System.out.printf(
                        "%d wrong passwords in %d ms: %d ms of processor; %d scrapes, slowest %d ms, failed %s%n",
                        guesses,
                        took.toMillis(),
                        used.toMillis(),
                        honest.scrapes(),
                        honest.slowestMillis(),
                        honest.failures());
                assertThat(honest.failures()).isEmpty();
                assertThat(honest.slowestMillis()).isLessThanOrEqualTo((long) (1_000 * HonestScraper.slowness()));
                assertThat(used.toMillis()).isLessThan(5_000 + guesses);
            } finally {
                guessing.shutdownNow();
            }
            assertThat(served.log())
                    .doesNotContain("guess", "sesame", "Exception")
                    .hasSizeLessThan(10_000);
        }
    }

    /** How often as long as another's a guess takes for a user that does not exist, by the quickest of eight each. */
    private static double unknownByKnown(ServedHost served) throws IOException {
        double unknown = Double.MAX_VALUE;
        double known = Double.MAX_VALUE;
        for (int guess = 0; guess < 8; guess++) {
            unknown = Math.min(unknown, guessMillis(served, "nobody:once" + guess));
            known = Math.min(known, guessMillis(served, "prometheus:once" + guess));
        }
        System.out.printf("a wrong password takes %.1f ms, an unknown user %.1f ms%n", known, unknown);
        return unknown / known;
    }

    private static double guessMillis(ServedHost served, String credentials) throws IOException {
        long start = System.nanoTime();
        RawRequest.expect(served, "401", guess(basic(credentials)));
        return (System.nanoTime() - start) / 1e6;
    }

    private static String guess(String authorization) {
        return "GET /metrics HTTP/1.1\r\n" + RawRequest.HOST + "Connection: close\r\nAuthorization: " + authorization
                + "\r\n\r\n";
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
