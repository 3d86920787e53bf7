package io.rolemeter.collect.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.model.KeysFact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what a busy host costs; asserts only that all of it was read. */
class ThousandProcessesTest {
    private static final int PROCESSES = 1000;
    private static final int ROUNDS = 5;

    @Test
    void aThousandProcessesAreReadInOneCollect(@TempDir Path root) {
        FakeHost host = new FakeHost(root);
        String[] variables = new String[40];
        Arrays.setAll(variables, i -> "VARIABLE_" + i + "=" + "value/".repeat(8));
        for (int pid = 1; pid < PROCESSES; pid++) {
            host.process(pid, "node", variables);
        }
        host.process(PROCESSES, "node", FakeHost.PAIR.split("\n", -1));
        KeysCollector collector = host.collector(List.of(), List.of());
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Programs programs = Programs.of(new Host(root), () -> false);
            long programsRead = System.nanoTime();
            KeysFact fact = collector.collect();
            long collected = System.nanoTime();
            System.out.printf(
                    "%d processes: programs %d ms, whole collect %d ms%n",
                    programs.examined(), millis(programsRead - start), millis(collected - programsRead));
            assertThat(programs.examined()).isEqualTo(PROCESSES);
            assertThat(fact.keys()).hasSize(1);
        }
    }

    private static long millis(long nanoseconds) {
        return Duration.ofNanos(nanoseconds).toMillis();
    }
}
