package io.rolemeter.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.publish.Hosts;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScrapeSpeedTest {
    private WebServer server;

    @BeforeEach
    void open() throws IOException {
        Metrics metrics = new Metrics(new BuildInfo("0.1.0", "1a2b3c4", "17.0.15"), Hosts.shadowed());
        server = WebServer.open("127.0.0.1", 0, metrics, Hosts.shadowed());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aScrapeOverAKeptConnectionDoesNotWaitForNagle() throws IOException {
        try (RawClient client = new RawClient(server.address())) {
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
    void clientsThatSendSlowlyHoldNobodyUp() throws IOException {
        List<RawClient> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * ServingThreads.COUNT; i++) {
                RawClient client = new RawClient(server.address());
                client.write("GET /metrics HT");
                slow.add(client);
            }
            try (RawClient honest = new RawClient(server.address())) {
                double millis = scrapeMillis(honest);
                System.out.printf("scrape beside %d slow clients: %.0f ms%n", slow.size(), millis);
                assertThat(millis).isLessThan(4000);
            }
        } finally {
            for (RawClient client : slow) {
                client.close();
            }
        }
    }

    private static double scrapeMillis(RawClient client) throws IOException {
        long start = System.nanoTime();
        assertThat(client.get("/metrics").status()).isEqualTo(200);
        return (System.nanoTime() - start) / 1e6;
    }
}
