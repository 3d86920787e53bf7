package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.demo.Scenario;
import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both processes are killed at random moments while they write: the next start is clean, and knows what was shown before. */
class CrashSafetyIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Scenario ONE = Scenarios.named("imds-v1").orElseThrow();
    private static final Scenario OTHER = Scenarios.named("leftovers").orElseThrow();

    private static final int SHOWN = 50;

    private final Random random = new Random(11);

    @TempDir
    private Path folder;

    @Test
    void aDaemonThatIsKilledLosesNothingThatItHasShown() throws IOException {
        killDaemons(5);
    }

    @Test
    void aScanThatIsKilledLeavesWholeFiles() throws IOException {
        killScans(5);
    }

    @Test
    @Tag("endurance")
    void twoHundredKills() throws IOException {
        killDaemons(100);
        killScans(100);
    }

    private void killDaemons(int kills) throws IOException {
        Path state = Files.createDirectories(folder.resolve("state"));
        Set<String> shown = new LinkedHashSet<>();
        int clean = 0;
        try (SimulatedHost host = SimulatedHost.start(ONE, Clock.systemUTC())) {
            for (int i = 0; i < kills; i++) {
                Path config = Files.writeString(
                        folder.resolve("rolemeter.yml"),
                        "keys: { interval: 1s }\n"
                                + host.configuration().replace("imds:\n", "imds:\n  interval: 1s\n"));
                String address = "127.0.0.1:" + RunningProcess.freePort();
                try (RunningProcess daemon = PackagedJar.serve(host, config, address, "--state.directory=" + state)) {
                    URI status = URI.create("http://" + address + "/api/v1/status");
                    daemon.awaitOk(status, LIMIT);
                    List<String> remembered = history(status);
                    assertThat(remembered).as(daemon.description()).containsAll(newest(shown));
                    daemon.awaitOk(URI.create("http://" + address + "/-/ready"), LIMIT);
                    long end = System.nanoTime()
                            + Duration.ofMillis(random.nextInt(4_000)).toNanos();
                    for (int look = 0; System.nanoTime() < end; look++) {
                        if (look % 40 == 0) {
                            host.become(look % 80 == 0 ? OTHER : ONE);
                        }
                        shown.addAll(oldestFirst(history(status)));
                        LockSupport.parkNanos(PAUSE.toNanos());
                    }
                    daemon.handle().destroyForcibly();
                    daemon.awaitExit(LIMIT);
                    assertThat(daemon.stderr()).doesNotContain("damaged", "could not be read", "Exception", "\tat ");
                    clean++;
                }
                assertThat(files(state)).contains("history.jsonl");
            }
        }
        assertThat(shown).isNotEmpty();
        System.out.println("crash safety: " + clean + " kills of the daemon, every start clean, " + shown.size()
                + " entries of the history shown, none lost");
    }

    /** The document holds no more. */
    private static List<String> newest(Set<String> shown) {
        return shown.stream().skip(Math.max(0, shown.size() - SHOWN)).toList();
    }

    private static List<String> history(URI status) throws IOException {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry :
                new JsonMapper().readTree(RunningProcess.get(status)).path("history")) {
            entries.add(entry.toString());
        }
        return entries;
    }

    private static List<String> oldestFirst(List<String> entries) {
        List<String> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed;
    }

    private void killScans(int kills) throws IOException {
        Path state = Files.createDirectories(folder.resolve("scanner"));
        Path facts = folder.resolve("facts.jsonl");
        int midway = 0;
        try (SimulatedHost host =
                SimulatedHost.start(Scenarios.named("stale-app").orElseThrow(), Clock.systemUTC())) {
            long whole = scan(host, facts, state, LIMIT);
            for (int i = 0; i < kills; i++) {
                midway += scan(host, facts, state, Duration.ofMillis(random.nextLong(whole))) < 0 ? 1 : 0;
                for (Path file : List.of(facts, state.resolve("scan.jsonl"))) {
                    for (String line : Files.readAllLines(file)) {
                        assertThat(new JsonMapper().readTree(line).isObject()).isTrue();
                    }
                }
                if (i % 10 == 0) {
                    scan(host, facts, state, LIMIT);
                }
            }
            scan(host, facts, state, LIMIT);
        }
        assertThat(files(state)).containsExactly("scan.jsonl");
        assertThat(midway).isPositive();
        System.out.println("crash safety: " + kills + " scans, " + midway
                + " of them killed before their end, facts and" + " offsets whole after each");
    }

    /** Milliseconds that it took; negative when it was killed after {@code life}. */
    private static long scan(SimulatedHost host, Path facts, Path state, Duration life) throws IOException {
        long start = System.nanoTime();
        try (RunningProcess scan =
                PackagedJar.start("scan", "--root=" + host.root(), "--facts=" + facts, "--state.directory=" + state)) {
            while (scan.handle().isAlive() && System.nanoTime() - start < life.toNanos()) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
            boolean killed = scan.handle().destroyForcibly();
            int code = scan.awaitExit(LIMIT);
            assertThat(scan.stderr()).isEmpty();
            long took = (System.nanoTime() - start) / 1_000_000;
            return killed && code > 2 ? -took : took;
        }
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
