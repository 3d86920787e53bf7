package io.rolemeter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.PackagedJar;
import io.rolemeter.RunningProcess;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar while everything around it fails at random, it is told to reload, and many scrape it. */
class ChaosIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int SCRAPERS = 4;
    private static final int SHOWN = 50;
    private static final List<String> SCENARIOS = List.of("full-smoke", "imds-v1", "leftovers", "keys-shadow-role");

    private final Random random = new Random(17);

    @TempDir
    private Path folder;

    @Test
    void someSeconds() throws IOException, InterruptedException {
        chaos(Duration.ofSeconds(20));
    }

    @Test
    @Tag("endurance")
    void tenMinutes() throws IOException, InterruptedException {
        chaos(Duration.ofMinutes(10));
    }

    private void chaos(Duration length) throws IOException, InterruptedException {
        List<FaultyDoor> doors = new ArrayList<>();
        try (SimulatedHost host =
                SimulatedHost.start(Scenarios.named("full-smoke").orElseThrow(), Clock.systemUTC())) {
            doors.add(new FaultyDoor(Target.IMDS, host.metadataEndpoint()));
            doors.add(new FaultyDoor(Target.STS, host.stsEndpoint()));
            doors.add(new FaultyDoor(Target.S3, host.s3Endpoint()));
            doors.add(new FaultyDoor(Target.AWS, host.gateway()));
            Path config = Files.writeString(folder.resolve("rolemeter.yml"), configuration(doors));
            int port = RunningProcess.freePort();
            try (RunningProcess daemon =
                    PackagedJar.serve(host, config, "127.0.0.1:" + port, "--state.directory=" + folder)) {
                URI status = URI.create("http://127.0.0.1:" + port + "/api/v1/status");
                daemon.awaitOk(URI.create("http://127.0.0.1:" + port + "/-/ready"), LIMIT);
                run(new Run(host, doors, config, daemon, port, status), length);
            }
        } finally {
            for (FaultyDoor door : doors) {
                door.close();
            }
        }
    }

    private record Run(
            SimulatedHost host, List<FaultyDoor> doors, Path config, RunningProcess daemon, int port, URI status) {}

    private void run(Run run, Duration length) throws IOException, InterruptedException {
        List<Fault> faults = Fault.all("http://127.0.0.1:9/").stream()
                .filter(fault -> fault.manner() != Manner.NO_TLS && fault.manner() != Manner.NO_NAME)
                .toList();
        List<Scraping> load = IntStream.range(0, SCRAPERS)
                .mapToObj(i -> Scraping.of(List.of(run.port())))
                .toList();
        Set<String> shown = new LinkedHashSet<>();
        int hangUps = 0;
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            FaultyDoor door = run.doors().get(random.nextInt(run.doors().size()));
            door.become(random.nextBoolean() ? Fault.NONE : faults.get(random.nextInt(faults.size())));
            if (random.nextInt(8) == 0) {
                run.host()
                        .become(Scenarios.named(SCENARIOS.get(random.nextInt(SCENARIOS.size())))
                                .orElseThrow());
            }
            if (random.nextInt(8) == 0) {
                Files.writeString(run.config(), random.nextInt(4) == 0 ? "imds: [" : configuration(run.doors()));
                hangUp(run.daemon());
                hangUps++;
            }
            List<String> now = history(run.status());
            assertThat(now).containsAll(newest(shown));
            shown.addAll(reversed(now));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        load.forEach(Scraping::close);
        run.daemon().handle().destroy();
        run.daemon().awaitExit(LIMIT);
        List<Duration> took = load.stream()
                .flatMap(scraping -> scraping.took().stream())
                .sorted()
                .toList();
        System.out.println("chaos: " + length.toSeconds() + " s, " + hangUps + " reloads, " + took.size()
                + " scrapes, p99 " + took.get((int) (took.size() * 0.99)).toMillis() + " ms, longest "
                + took.get(took.size() - 1).toMillis() + " ms; " + shown.size() + " entries of the history");
        assertThat(load.stream().flatMap(scraping -> scraping.failures().stream()))
                .isEmpty();
        assertThat(run.daemon().stderr()).doesNotContain("broke off: java", "Exception in thread", "\tat ");
        assertThat(Files.readAllLines(folder.resolve("history.jsonl")).stream()
                        .filter(line -> line.contains("\"type\":\"change\"")))
                .hasSizeGreaterThanOrEqualTo(Math.min(1_000, shown.size()));
    }

    /** The document holds no more. */
    private static List<String> newest(Set<String> shown) {
        return shown.stream().skip(Math.max(0, shown.size() - SHOWN)).toList();
    }

    private static List<String> reversed(List<String> entries) {
        List<String> oldestFirst = new ArrayList<>(entries);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private static List<String> history(URI status) throws IOException {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry :
                new JsonMapper().readTree(RunningProcess.get(status)).path("history")) {
            entries.add(entry.toString());
        }
        return entries;
    }

    private static void hangUp(RunningProcess daemon) throws IOException, InterruptedException {
        String pid = Long.toString(daemon.handle().pid());
        assertThat(new ProcessBuilder("kill", "-HUP", pid).start().waitFor()).isZero();
    }

    private static String configuration(List<FaultyDoor> doors) {
        return """
                imds: { endpoint: "http://127.0.0.1:%d", interval: 1s }
                caller: { interval: 1s }
                keys: { interval: 1s }
                aws: { endpoints: { sts: "http://127.0.0.1:%d", s3: "http://127.0.0.1:%d", kinesisvideo: "http://127.0.0.1:%d" } }
                probes:
                - { name: s3, interval: 1s, timeout: 1s, s3-get: { bucket: source, key: health.txt } }
                - { name: aws, interval: 1s, timeout: 1s, kvs-describe-stream: { stream: camera-1 } }
                """.formatted(doors.stream().map(FaultyDoor::port).toArray());
    }
}
