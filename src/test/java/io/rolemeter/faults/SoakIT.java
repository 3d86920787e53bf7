package io.rolemeter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.Agent;
import io.rolemeter.Configured;
import io.rolemeter.MovableClock;
import io.rolemeter.Surroundings;
import io.rolemeter.aws.OwnSettings;
import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Exposition;
import io.rolemeter.publish.metrics.Metrics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Time runs thousands of times as fast: the role's credentials are renewed, keys come and go, states flap, a log is written
 * and rotated, the configuration is read again. What the agent holds does not grow.
 */
class SoakIT {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final List<String> SCENARIOS =
            List.of("healthy", "imds-v1", "leftovers", "keys-shadow-role", "imds-throttled", "healthy", "stale-app");
    private static final int SAMPLES = 12;

    /** Threads that a configuration which was replaced has for two more seconds, and questions that are under way. */
    private static final int LEFT_BEHIND = 8;

    /** How much resident memory may differ where nothing grows: pages that the collector of garbage keeps or gives back. */
    private static final long RESIDENT_NOISE_KIB = 96 << 10;

    /** @param threads of the agent; the simulated host has others, one for each connection of the last seconds */
    private record Sample(Duration simulated, long heapKib, long residentKib, int threads, long sockets, long series) {}

    private Map<String, Long> names = Map.of();
    private final Instant start = Instant.now();
    private final MovableClock clock = new MovableClock(start);

    @Test
    void aDay() throws IOException {
        soak(Duration.ofDays(1), Duration.ofSeconds(24));
    }

    @Test
    @Tag("endurance")
    void aMonth() throws IOException {
        soak(Duration.ofDays(30), Duration.ofMinutes(6));
    }

    private void soak(Duration simulated, Duration real) throws IOException {
        long ticks = real.dividedBy(TICK);
        Duration step = simulated.dividedBy(ticks);
        List<Sample> curve = new ArrayList<>();
        try (SimulatedHost host = SimulatedHost.start(Scenarios.named("healthy").orElseThrow(), clock);
                OwnSettings settings = new OwnSettings(host.defaultChainProperties())) {
            assertThat(settings).isNotNull();
            Metrics metrics = new Metrics(BuildInfo.current(), Agent.nothingSeen(clock));
            try (Agent agent = new Agent(new Surroundings(host.root(), clock, metrics), List.of(metrics))) {
                agent.run(configured(host));
                for (long tick = 1; tick <= ticks; tick++) {
                    LockSupport.parkNanos(TICK.toNanos());
                    clock.advance(step);
                    if (tick % 30 == 0) {
                        host.become(Scenarios.named(SCENARIOS.get((int) (tick / 30 % SCENARIOS.size())))
                                .orElseThrow());
                    }
                    write(host, tick);
                    if (tick % 100 == 0) {
                        agent.run(configured(host));
                    }
                    if (tick % (ticks / SAMPLES) == 0) {
                        curve.add(sample(metrics));
                        names = threadNames();
                    }
                }
            }
        }
        curve.forEach(sample -> System.out.println("soak: " + sample));
        System.out.println("soak: threads at the end: " + names);
        flat(curve);
    }

    /** The second half holds no more than the first has held. */
    private static void flat(List<Sample> curve) {
        List<Sample> first = curve.subList(1, curve.size() / 2);
        Sample last = curve.get(curve.size() - 1);
        assertThat(last.heapKib())
                .isLessThanOrEqualTo(most(first.stream().map(Sample::heapKib).toList()) + 4_096);
        assertThat(last.residentKib())
                .isLessThanOrEqualTo(
                        most(first.stream().map(Sample::residentKib).toList()) + RESIDENT_NOISE_KIB);
        assertThat((long) last.threads())
                .isLessThanOrEqualTo(most(first.stream()
                                .map(sample -> (long) sample.threads())
                                .toList())
                        + LEFT_BEHIND);
        assertThat(last.sockets())
                .isLessThanOrEqualTo(most(first.stream().map(Sample::sockets).toList()) + 8);
        assertThat(last.series())
                .isLessThanOrEqualTo(most(first.stream().map(Sample::series).toList()) + 30);
    }

    private static long most(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    private Sample sample(Metrics metrics) throws IOException {
        System.gc();
        System.gc();
        OwnResources own = OwnResources.now();
        return new Sample(
                Duration.between(start, clock.instant()),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024,
                resident(),
                (int) Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("rolemeter-"))
                        .count(),
                own.sockets(),
                metrics.scrape(Exposition.TEXT)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .count());
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** How many threads of each name there are, whatever their numbers. */
    private static Map<String, Long> threadNames() {
        return Thread.getAllStackTraces().keySet().stream()
                .collect(Collectors.groupingBy(
                        thread -> thread.getName().replaceAll("[0-9]+", "N"), TreeMap::new, Collectors.counting()));
    }

    private void write(SimulatedHost host, long tick) throws IOException {
        Path log = Files.createDirectories(host.root().resolve("var/log")).resolve("app.log");
        Files.writeString(
                log,
                clock.instant() + " ExpiredTokenException: The security token included in the request is expired\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (tick % 40 == 0) {
            Files.move(log, log.resolveSibling("app.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Configured configured(SimulatedHost host) {
        return Configured.read(
                "caller: { interval: 1s }\nkeys: { interval: 1s }\nlogs: { files: [/var/log/app.log] }\n"
                        + host.configuration().replace("imds:\n", "imds:\n  interval: 1s\n"),
                "the host's configuration");
    }
}
