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
    private static final int HOMES = 200;
    private static final int ROUNDS = 5;

    @Test
    void aThousandProcessesAndTwoHundredHomesAreReadInOneCollect(@TempDir Path root) {
        FakeHost host = new FakeHost(root);
        String[] variables = new String[40];
        Arrays.setAll(variables, i -> "VARIABLE_" + i + "=" + "value/".repeat(8));
        for (int pid = 1; pid < PROCESSES; pid++) {
            host.process(pid, "node", variables);
        }
        for (int home = 0; home < HOMES; home++) {
            String folder = "/home/user" + home;
            host.file(folder + "/.bashrc", "alias ll='ls -l'\n".repeat(40));
            host.file(folder + "/.bash_history", "git status\n".repeat(500));
            host.file(folder + "/.aws/config", "[default]\nregion = us-east-1\n");
            host.file(folder + "/site/config/settings.yml", "name: site\n".repeat(20));
            host.file(folder + "/site/.env", "NODE_ENV=production\n");
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
                    "%d processes: programs %d ms, with %d homes the whole collect %d ms%n",
                    programs.examined(), millis(programsRead - start), HOMES, millis(collected - programsRead));
            assertThat(programs.examined()).isEqualTo(PROCESSES);
            assertThat(fact.keys()).hasSize(1);
        }
    }

    private static long millis(long nanoseconds) {
        return Duration.ofNanos(nanoseconds).toMillis();
    }
}
