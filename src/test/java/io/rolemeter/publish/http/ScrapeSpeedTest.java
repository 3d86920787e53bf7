package io.rolemeter.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScrapeSpeedTest {
    private WebServer server;

    @BeforeEach
    void open() throws IOException {
        server = ShadowedServer.open();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aScrapeOverAKeptConnectionDoesNotWaitForNagle() throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            for (int warmUp = 0; warmUp < 50; warmUp++) {
                scrapeMillis(client);
            }
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                millis.add(scrapeMillis(client));
            }
            millis.sort(null);
            System.out.printf(
                    "scrape over a kept connection: p50 %.2f ms, slowest %.2f ms%n", millis.get(25), millis.get(49));

            assertThat(millis.get(25)).isLessThan(20);
        }
    }

    @Test
    void twentyClientsThatSendSlowlyAreNotNoticed() throws IOException {
        assertThat(scrapeMillisBeside(20)).isLessThan(1000);
    }

    @Test
    void neitherAreFiveHundred() throws IOException {
        assertThat(scrapeMillisBeside(500)).isLessThan(1000);
    }

    private double scrapeMillisBeside(int slowClients) throws IOException {
        List<RawClient> slow = new ArrayList<>();
        try {
            for (int i = 0; i < slowClients; i++) {
                RawClient client = new RawClient(server.address());
                client.write("GET /metrics HT");
                slow.add(client);
            }
            try (RawClient honest = new RawClient(server.address())) {
                double millis = scrapeMillis(honest);
                System.out.printf("scrape beside %d slow clients: %.0f ms%n", slowClients, millis);
                return millis;
            }
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
    }

    @Test
    void whoAsksWithoutEndGivesOthersTheirTurn() throws Exception {
        ExecutorService greedy = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < 24; i++) {
                RawClient client = new RawClient(server.address());
                String batch = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(50);
                greedy.execute(() -> client.exhaust(batch));
            }
            List<Double> millis = new ArrayList<>();
            for (int scrape = 0; scrape < 10; scrape++) {
                try (RawClient honest = new RawClient(server.address())) {
                    millis.add(scrapeMillis(honest));
                }
            }
            System.out.printf("scrapes beside 24 that ask without end: slowest %.0f ms%n", Collections.max(millis));
            assertThat(Collections.max(millis)).isLessThan(1000);
        } finally {
            server.close();
            greedy.shutdownNow();
        }
    }

    @Test
    void manyHonestClientsAtOnceAreAllAnswered() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(96);
        try {
            List<Callable<Double>> scrapes = Collections.nCopies(600, () -> {
                try (RawClient client = new RawClient(server.address())) {
                    return scrapeMillis(client);
                }
            });
            double slowest = 0;
            for (Future<Double> scrape : clients.invokeAll(scrapes)) {
                slowest = Math.max(slowest, scrape.get());
            }
            System.out.printf("slowest of 600 scrapes by 96 clients at once: %.0f ms%n", slowest);
        } finally {
            clients.shutdownNow();
        }
    }

    private static double scrapeMillis(RawClient client) throws IOException {
        long start = System.nanoTime();
        assertThat(client.get("/metrics").status()).isEqualTo(200);
        return (System.nanoTime() - start) / 1e6;
    }
}
