package io.rolemeter.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    /** Longer than it takes until nobody looks at connections that are idle. */
    private static final long IDLE_MILLIS = 1_500;

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
    void aRequestThatStallsEndsItsConnectionAlsoWhereThatWasIdleAndNoOther() throws Exception {
        try (RawClient other = idle();
                RawClient client = idle()) {
            assertThat(stalled(client)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
            assertThat(other.get("/-/healthy").status()).isEqualTo(200);
        }
    }

    @Test
    void soDoesOneThatStallsAfterOthersOnTheSameConnection() throws Exception {
        try (RawClient client = idle()) {
            for (int request = 0; request < 2; request++) {
                assertThat(client.get("/-/healthy").status()).isEqualTo(200);
                TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
            }
            assertThat(stalled(client)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
        }
    }

    private RawClient idle() throws Exception {
        RawClient client = new RawClient(server.address());
        assertThat(client.get("/-/healthy").status()).isEqualTo(200);
        TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
        return client;
    }

    /** How long the server waits for the rest of a request. */
    private static Duration stalled(RawClient client) throws IOException {
        long start = System.nanoTime();
        client.untilClosed("GET / HTTP/1.1\r\nX-");
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
