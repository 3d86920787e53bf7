package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.ServedHost.Holdings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One attack after the other on a daemon that is scraped meanwhile: every scrape is answered within a second, the server lets go of
 * who wastes its time, and afterwards it holds what it held before.
 */
class HttpAttacksIT {
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(250);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long SCRAPE_MILLIS = 1_000;
    private static final int FLOOD = 5_000;
    private static final String TLS = """
            tls_server_config: { cert_file: server.pem, key_file: server.key }
            """;

    /** Classes that are loaded at first use and not unloaded, and the scrape that is under way. */
    private static final Holdings SLACK = new Holdings(4, 6, 24 * 1024, 3 * 1024);

    @TempDir
    private Path folder;

    @Test
    void overPlainHttpNobodyHoldsItUp() throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            List<Attack> attacks = List.of(
                    Attack.slowHeaders(500),
                    Attack.slowBodies(500),
                    Attack.slowReaders(200),
                    Attack.halfClosed(500),
                    Attack.halfHellos(200),
                    Attack.idle(1_000));
            withstandAll(served, attacks);
        }
    }

    @Test
    void overTlsNobodyDoesEither() throws IOException {
        try (ServedHost served = ServedHost.start(folder, TLS)) {
            withstandAll(served, List.of(Attack.halfHellos(200), Attack.silence(500), Attack.slowHeaders(100)));
        }
    }

    @Test
    void aFloodOfConnectionsIsNotNoticed() throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            Holdings before = settled(served);
            try (HonestScraper honest = HonestScraper.start(served, "")) {
                for (int i = 0; i < FLOOD / 1_000; i++) {
                    AttackingSockets.open(served, Attack.idle(1_000)).close();
                }
                AttackingSockets.open(served, Attack.idle(FLOOD / 2)).close();
                unnoticed("connection flood of " + FLOOD * 3 / 2, honest);
            }
            recovered(served, before, "connection flood");
        }
    }

    private static void withstandAll(ServedHost served, List<Attack> attacks) throws IOException {
        Holdings before = settled(served);
        for (Attack attack : attacks) {
            try (HonestScraper honest = HonestScraper.start(served, "")) {
                long start = System.nanoTime();
                long closedAfter = Long.MAX_VALUE;
                try (AttackingSockets sockets = AttackingSockets.open(served, attack)) {
                    long opened = Duration.ofNanos(System.nanoTime() - start).toMillis();
                    long deadline = System.nanoTime()
                            + Duration.ofSeconds(attack.closedWithinSeconds() + 5)
                                    .toNanos();
                    while (sockets.stillOpenAfterAnotherByte() > 0 && System.nanoTime() < deadline) {
                        LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
                    }
                    closedAfter = Duration.ofNanos(System.nanoTime() - start).toMillis() - opened;
                    System.out.printf(
                            "%s, %d, opened in %d ms, %d still open after %d ms%n",
                            attack.name(),
                            attack.connections(),
                            opened,
                            sockets.stillOpenAfterAnotherByte(),
                            closedAfter);
                    assertThat(sockets.stillOpenAfterAnotherByte())
                            .as(attack.name())
                            .isZero();
                }
                unnoticed(attack.name(), honest);
                assertThat(closedAfter)
                        .as(attack.name())
                        .isLessThanOrEqualTo(Duration.ofSeconds(attack.closedWithinSeconds() + 1L)
                                .toMillis());
            }
            recovered(served, before, attack.name());
        }
        assertThat(served.log()).doesNotContain("Exception");
    }

    private static void unnoticed(String attack, HonestScraper honest) {
        System.out.printf(
                "%s: %d scrapes, slowest %d ms, failed %s%n",
                attack, honest.scrapes(), honest.slowestMillis(), honest.failures());
        assertThat(honest.failures()).as(attack).isEmpty();
        assertThat(honest.slowestMillis()).as(attack).isLessThanOrEqualTo(SCRAPE_MILLIS);
    }

    /** What it holds once it has served for a while, all that serving takes being loaded. */
    private static Holdings settled(ServedHost served) throws IOException {
        AttackingSockets warming = AttackingSockets.open(served, Attack.idle(50));
        try (warming;
                HonestScraper honest = HonestScraper.start(served, "")) {
            LockSupport.parkNanos(Duration.ofSeconds(6).toNanos());
            assertThat(warming.stillOpenAfterAnotherByte()).isPositive();
            assertThat(honest.failures()).isEmpty();
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        return served.holdings();
    }

    private static void recovered(ServedHost served, Holdings before, String attack) throws IOException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        Holdings after = served.holdings();
        while (!within(before, after) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            after = served.holdings();
        }
        System.out.printf("%s: before %s, after %s%n", attack, before, after);
        assertThat(within(before, after))
                .as(attack + ": " + before + " to " + after)
                .isTrue();
    }

    private static boolean within(Holdings before, Holdings after) {
        return after.descriptors() <= before.descriptors() + SLACK.descriptors()
                && after.threads() <= before.threads() + SLACK.threads()
                && after.residentKib() <= before.residentKib() + SLACK.residentKib()
                && after.liveHeapKib() <= before.liveHeapKib() + SLACK.liveHeapKib();
    }
}
