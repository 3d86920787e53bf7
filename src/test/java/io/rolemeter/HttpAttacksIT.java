package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.ServedHost.Holdings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One attack after the other on a daemon that is scraped meanwhile: every scrape is answered within a second, the server lets go of
 * who wastes its time, and afterwards it holds what it held before.
 */
class HttpAttacksIT {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final long SCRAPE_MILLIS = 1_000;
    private static final String TLS = """
            tls_server_config: { cert_file: server.pem, key_file: server.key }
            """;

    /** Classes that are loaded at first use and not unloaded, and the scrape that is under way. */
    private static final Holdings SLACK = new Holdings(4, 6, 16 * 1024, 3 * 1024);

    @TempDir
    private Path folder;

    @Test
    void allAttacksAtOnceHoldUpNobody() throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            Holdings before = settled(served);
            withstand(
                    served,
                    Attack.slowHeaders(500),
                    Attack.slowReaders(200),
                    Attack.slowBodies(100),
                    Attack.tinyHeaders(100),
                    Attack.halfClosed(200),
                    Attack.halfHellos(50));
            flood(served, 2_500);
            recovered(served, before, "all at once");
        }
    }

    @Test
    void norDoTheyOverTls() throws IOException {
        try (ServedHost served = ServedHost.start(folder, TLS)) {
            Holdings before = settled(served);
            withstand(served, Attack.halfHellos(800), Attack.silence(800), Attack.slowHeaders(50));
            recovered(served, before, "all at once over TLS");
        }
    }

    @Test
    @Tag("endurance")
    void eachAttackAloneHoldsUpNobody() throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            withstandEach(
                    served,
                    Attack.slowHeaders(500),
                    Attack.slowBodies(500),
                    Attack.slowReaders(200),
                    Attack.wideHeaders(1_000),
                    Attack.tinyHeaders(1_000),
                    Attack.halfClosed(500),
                    Attack.halfHellos(200),
                    Attack.idle(1_000));
        }
    }

    @Test
    @Tag("endurance")
    void norDoesEachOverTls() throws IOException {
        try (ServedHost served = ServedHost.start(folder, TLS)) {
            withstandEach(
                    served,
                    Attack.halfHellos(500),
                    Attack.silence(500),
                    Attack.slowHeaders(500),
                    Attack.wideHeaders(500),
                    Attack.slowReaders(200),
                    Attack.idle(1_000));
        }
    }

    @Test
    @Tag("endurance")
    void aLongFloodOfConnectionsIsNotNoticed() throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            Holdings before = settled(served);
            for (int connections : new int[] {1_000, 500, 1_000, 500, 1_000, 2_500, 2_500}) {
                flood(served, connections);
            }
            recovered(served, before, "connection flood");
        }
    }

    /** 1,200 there may be, and 600 over TLS. */
    @Test
    @Tag("endurance")
    void norAreMoreConnectionsThanThereMayBe() throws IOException {
        try (ServedHost served = ServedHost.start(folder, "")) {
            withstandEach(served, Attack.neverUsed(4_000), Attack.slowHeaders(4_000), Attack.idle(4_000));
        }
        try (ServedHost served = ServedHost.start(folder, TLS)) {
            withstandEach(served, Attack.silence(2_000), Attack.halfHellos(2_000));
        }
    }

    private static void flood(ServedHost served, int connections) throws IOException {
        try (HonestScraper honest = HonestScraper.start(served, "")) {
            for (int again = 0; again < 4; again++) {
                AttackingSockets.open(served, Attack.idle(connections)).close();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            unnoticed("connection flood of 4 x " + connections, honest);
        }
    }

    private static void withstandEach(ServedHost served, Attack... attacks) throws IOException {
        Holdings before = settled(served);
        for (Attack attack : attacks) {
            withstand(served, attack);
            recovered(served, before, attack.name());
        }
    }

    /** All of them at once. */
    private static void withstand(ServedHost served, Attack... attacks) throws IOException {
        List<AttackingSockets> under = new ArrayList<>();
        try (HonestScraper honest = HonestScraper.start(served, "")) {
            for (Attack attack : attacks) {
                under.add(AttackingSockets.open(served, attack));
            }
            long start = System.nanoTime();
            while (!under.isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                Duration since = Duration.ofNanos(System.nanoTime() - start);
                under.removeIf(sockets -> over(sockets, since));
            }
            unnoticed(Arrays.stream(attacks).map(Attack::name).collect(Collectors.joining(" + ")), honest);
        } finally {
            for (AttackingSockets sockets : under) {
                sockets.close();
            }
        }
        assertThat(served.log()).doesNotContain("Exception");
    }

    private static boolean over(AttackingSockets sockets, Duration since) {
        Attack attack = sockets.attack();
        int open = sockets.stillOpenAfterAnotherByte();
        assertThat(open == 0 || since.toSeconds() < attack.closedWithinSeconds() * HonestScraper.slowness())
                .as("%s: %d still open after %s", attack.name(), open, since)
                .isTrue();
        if (open == 0) {
            System.out.printf(
                    "%s, %d: all closed after %d ms%n", attack.name(), attack.connections(), since.toMillis());
        }
        return open == 0;
    }

    private static void unnoticed(String attack, HonestScraper honest) {
        System.out.printf(
                "%s: %d scrapes, slowest %d ms, failed %s%n",
                attack, honest.scrapes(), honest.slowestMillis(), honest.failures());
        assertThat(honest.failures()).as(attack).isEmpty();
        assertThat(honest.slowestMillis()).as(attack).isLessThanOrEqualTo((long)
                (SCRAPE_MILLIS * HonestScraper.slowness()));
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
