package io.rolemeter.machine;

import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/**
 * AWS, for a machine: the simulator's services on its loopback, and the metadata service at its real address and port as well.
 * Runs on this host's Java in the machine's network, since the machine has no Java.
 */
final class SimulatedCloud implements AutoCloseable {
    private static final String ADDRESS = "169.254.169.254";
    private static final int PORT = 80;
    private static final String END = "# ready";

    private final Process process;
    private final String configuration;

    private SimulatedCloud(Process process, String configuration) {
        this.process = process;
        this.configuration = configuration;
    }

    static SimulatedCloud start(Machine machine) throws IOException {
        machine.sh("ip link set lo up; ip addr add " + ADDRESS + "/32 dev lo");
        Process process = machine.onItsNetwork(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("rolemeter.jar") + ":" + Path.of("target", "test-classes"),
                SimulatedCloud.class.getName());
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder configuration = new StringBuilder();
        for (String line = lines.readLine(); !END.equals(line); line = lines.readLine()) {
            configuration
                    .append(Objects.requireNonNull(line, "the simulator ended"))
                    .append('\n');
        }
        return new SimulatedCloud(process, configuration.toString());
    }

    /** The agent's configuration for it; where the metadata service is, an agent knows. */
    String configuration() {
        return configuration;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Inside: prints the configuration, and goes on until it is killed or nobody holds its input. */
    public static void main(String... arguments) throws IOException {
        try (SimulatedHost host = SimulatedHost.start(Scenarios.named("healthy").orElseThrow(), Clock.systemUTC());
                ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(ADDRESS, PORT));
            daemon(() -> forward(server, host.metadataEndpoint().getPort()));
            System.out.println(host.configuration().replaceFirst("(?m)^imds:\\n  endpoint: .*\\n", ""));
            System.out.println(END);
            while (System.in.read() >= 0) {}
        }
    }

    private static void forward(ServerSocket server, int port) throws IOException {
        while (true) {
            Socket client = server.accept();
            Socket service = new Socket(InetAddress.getLoopbackAddress(), port);
            daemon(() -> copy(client, service));
            daemon(() -> copy(service, client));
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setUncaughtExceptionHandler((ended, e) -> {});
        thread.setDaemon(true);
        thread.start();
    }
}
