package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The packaged jar as a daemon on a simulated host, in the small heap of the service, which is resident from the start. */
final class ServedHost implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SimulatedHost host;
    private final RunningProcess daemon;
    private final InetSocketAddress address;
    private final boolean encrypted;

    /** What a process holds at a moment. */
    record Holdings(int descriptors, int threads, long residentKib, long liveHeapKib) {}

    private ServedHost(SimulatedHost host, RunningProcess daemon, InetSocketAddress address, boolean encrypted) {
        this.host = host;
        this.daemon = daemon;
        this.address = address;
        this.encrypted = encrypted;
    }

    /** @param webConfig of {@code --web.config.file}; it may name the certificates of the tests; empty for none */
    static ServedHost start(Path folder, String webConfig) throws IOException {
        SimulatedHost host = SimulatedHost.start(Scenarios.named("healthy").orElseThrow(), Clock.systemUTC());
        Path config = Files.writeString(folder.resolve("rolemeter.yml"), host.configuration());
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), RunningProcess.freePort());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms48m",
                "-Xmx48m",
                "-XX:+AlwaysPreTouch",
                "-XX:+ExitOnOutOfMemoryError"));
        for (Map.Entry<String, String> property : host.defaultChainProperties().entrySet()) {
            command.add("-D" + property.getKey() + "=" + property.getValue());
        }
        command.addAll(List.of("-jar", System.getProperty("rolemeter.jar", ""), "serve"));
        command.addAll(
                List.of("--config", config.toString(), "--root", host.root().toString()));
        command.addAll(List.of("--web.listen-address", "127.0.0.1:" + address.getPort()));
        if (!webConfig.isEmpty()) {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/web"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
            Path web = Files.writeString(folder.resolve("web-config.yml"), webConfig);
            command.addAll(List.of("--web.config.file", web.toString()));
        }
        ServedHost served =
                new ServedHost(host, RunningProcess.start(command), address, webConfig.contains("tls_server_config"));
        served.awaitScrape();
        return served;
    }

    private void awaitScrape() throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!HonestScraper.canReach(this)) {
            assertThat(System.nanoTime()).as(daemon.description()).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    InetSocketAddress address() {
        return address;
    }

    boolean encrypted() {
        return encrypted;
    }

    String log() throws IOException {
        return daemon.stdout() + daemon.stderr();
    }

    /** Of its whole life. */
    Duration processorTime() {
        return daemon.handle().info().totalCpuDuration().orElseThrow();
    }

    /** After a full collection of garbage. */
    Holdings holdings() throws IOException {
        Path process = Path.of("/proc", Long.toString(daemon.handle().pid()));
        long live = liveHeapKib();
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"));
                Stream<Path> threads = Files.list(process.resolve("task"))) {
            return new Holdings((int) descriptors.count(), (int) threads.count(), residentKib(process), live);
        }
    }

    private static long residentKib(Path process) throws IOException {
        for (String line : Files.readAllLines(process.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new AssertionError(process + " has ended");
    }

    private long liveHeapKib() throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try (RunningProcess histogram =
                RunningProcess.start(List.of(jcmd, Long.toString(daemon.handle().pid()), "GC.class_histogram"))) {
            histogram.awaitExit(LIMIT);
            String total = histogram
                    .stdout()
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.strip().split("\\s+", -1)[2]) / 1024;
        }
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        host.close();
    }
}
