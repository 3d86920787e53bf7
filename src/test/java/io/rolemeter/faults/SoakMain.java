package io.rolemeter.faults;

import io.rolemeter.Agent;
import io.rolemeter.Configured;
import io.rolemeter.MovableClock;
import io.rolemeter.Surroundings;
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
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Time runs thousands of times as fast: the role's credentials are renewed, keys come and go, states flap, a log is written
 * and rotated, the configuration is read again. Prints what this process holds, {@value #SAMPLES} times.
 */
final class SoakMain {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final List<String> SCENARIOS =
            List.of("healthy", "imds-v1", "leftovers", "keys-shadow-role", "imds-throttled", "healthy", "stale-app");
    private static final int SAMPLES = 12;

    private final Instant start = Instant.now();
    private final MovableClock clock = new MovableClock(start);

    private SoakMain() {}

    /**
     * Prints the samples.
     *
     * @param arguments how long, simulated and real, both as ISO 8601 has them
     */
    public static void main(String[] arguments) throws IOException {
        new SoakMain().soak(Duration.parse(arguments[0]), Duration.parse(arguments[1]));
    }

    private void soak(Duration simulated, Duration real) throws IOException {
        long ticks = real.dividedBy(TICK);
        Duration step = simulated.dividedBy(ticks);
        try (SimulatedHost host = SimulatedHost.start(Scenarios.named("healthy").orElseThrow(), clock)) {
            host.defaultChainProperties().forEach(System::setProperty);
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
                        System.out.println(sample(metrics));
                    }
                }
            }
        }
    }

    private SoakSample sample(Metrics metrics) throws IOException {
        System.gc();
        System.gc();
        OwnResources own = OwnResources.now();
        return new SoakSample(
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
