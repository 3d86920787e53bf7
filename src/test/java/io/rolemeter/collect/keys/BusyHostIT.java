package io.rolemeter.collect.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.workload.WorkloadCollector;
import io.rolemeter.config.Settings;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what 1,000 processes and 200 homes cost in one cycle; asserts only that all of it was seen. */
@Tag("large")
class BusyHostIT {
    private static final int PROCESSES = 1000;
    private static final int HOMES = 200;
    private static final int ROUNDS = 4;
    private static final String[] PAIR = FakeHost.PAIR.split("\n", -1);

    @Test
    void filesThatLookLikeThem(@TempDir Path root) {
        FakeHost host = new FakeHost(root);
        String[] variables = new String[40];
        Arrays.setAll(variables, i -> "VARIABLE_" + i + "=" + "value/".repeat(8));
        for (int pid = 1; pid < PROCESSES; pid++) {
            host.process(pid, "node", variables);
        }
        host.process(PROCESSES, "node", PAIR);
        for (int home = 0; home < HOMES; home++) {
            String folder = "/home/user" + home;
            host.file(folder + "/.bashrc", "alias ll='ls -l'\n".repeat(40));
            host.file(folder + "/.bash_history", "git status\n".repeat(500));
            host.file(folder + "/.aws/config", "[default]\nregion = us-east-1\n");
            host.file(folder + "/site/config/settings.yml", "name: site\n".repeat(20));
            host.file(folder + "/site/.env", "NODE_ENV=production\n");
        }
        collect("files", root, List.of(), 1);
    }

    @Test
    void processesThatSleep(@TempDir Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "-c", "i=0; while [ $i -lt " + PROCESSES + " ]; do sleep 600 & i=$((i + 1)); done; echo; wait");
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("HOME", home.toString());
        for (String variable : PAIR) {
            int equals = Math.max(variable.indexOf('='), 0);
            if (equals > 0) {
                builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        Process shell = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            assertThat(shell.getInputStream().read()).as("all are started").isEqualTo('\n');
            collect("real processes", Path.of("/"), List.of("/root", "/home", "/opt", "/srv", "/var"), PROCESSES);
        } finally {
            List<ProcessHandle> sleeping = shell.descendants().toList();
            shell.destroy();
            sleeping.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void collect(String what, Path root, List<String> exclude, int holders) {
        Settings.Keys settings = new Settings.Keys(Duration.ofMinutes(1), List.of(), exclude);
        KeysCollector keys = new KeysCollector(() -> new Host(root), settings, Clock.systemUTC());
        WorkloadCollector workloads = new WorkloadCollector(
                () -> new Host(root), settings.interval(), () -> InstanceRole.ATTACHED, Clock.systemUTC());
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            KeysFact fact = keys.collect();
            long between = System.nanoTime();
            List<Workload> seen = workloads.collect().workloads();
            System.out.printf(
                    "busy host, %d %s: keys %d ms, workloads %d ms, of an interval of %d s%n",
                    PROCESSES,
                    what,
                    millis(between - start),
                    millis(System.nanoTime() - between),
                    settings.interval().toSeconds());
            String masked = "AKIA************3BC7";
            assertThat(fact.keys().stream().filter(key -> key.keyId().masked().equals(masked)))
                    .hasSizeGreaterThanOrEqualTo(holders);
            assertThat(seen.stream()
                            .filter(workload -> workload.credential()
                                    .keyId()
                                    .filter(key -> key.masked().equals(masked))
                                    .isPresent())
                            .mapToInt(workload -> workload.pids().size())
                            .sum())
                    .isGreaterThanOrEqualTo(holders);
        }
    }

    private static long millis(long nanoseconds) {
        return Duration.ofNanos(nanoseconds).toMillis();
    }
}
