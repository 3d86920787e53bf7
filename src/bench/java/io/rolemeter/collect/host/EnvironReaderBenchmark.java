package io.rolemeter.collect.host;

import io.rolemeter.InTheServicesJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * 100 processes with 40 variables each, in a written tree so that the kernel's part is small: guards that an environment takes one
 * opening and no more garbage than its own text.
 */
@State(Scope.Benchmark)
public class EnvironReaderBenchmark extends InTheServicesJvm {
    private static final int PROCESSES = 100;
    private static final int VARIABLES = 40;

    private final Path root;
    private final Processes processes;
    private final List<HostProcess> running = new ArrayList<>();

    public EnvironReaderBenchmark() {
        try {
            root = Files.createTempDirectory("environ-benchmark");
            for (int pid = 1; pid <= PROCESSES; pid++) {
                Path folder = Files.createDirectories(root.resolve("proc/" + pid));
                Files.writeString(folder.resolve("cmdline"), "node\0/srv/api/app.js\0");
                Files.writeString(folder.resolve("status"), "Name:\tnode\nUid:\t0\t0\t0\t0\nVmSize:\t1 kB\n");
                Files.writeString(
                        folder.resolve("environ"), "VARIABLE=value/of/some/length/as/they/are\0".repeat(VARIABLES));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        processes = new Host(root).processes();
    }

    @Setup(Level.Trial)
    public void list() {
        processes.each(running::add);
    }

    /** The environments alone. */
    @Benchmark
    public int environments() {
        int length = 0;
        for (HostProcess process : running) {
            length += processes.environment(process) instanceof Reading.Text text
                    ? text.content().length()
                    : 0;
        }
        return length;
    }

    /** What comes before them: which processes there are, who runs them and with which arguments. */
    @Benchmark
    public int processes() {
        List<HostProcess> found = new ArrayList<>();
        processes.each(found::add);
        return found.size();
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
