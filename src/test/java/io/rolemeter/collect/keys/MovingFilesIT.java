package io.rolemeter.collect.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.logs.LogMemory;
import io.rolemeter.collect.logs.LogsCollector;
import io.rolemeter.collect.workload.Restarts;
import io.rolemeter.collect.workload.WorkloadScan;
import io.rolemeter.config.Settings;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.Unreadable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host that does not hold still while it is looked at: looks end, say nothing that is wrong, and see what stays. */
@Timeout(300)
class MovingFilesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LOOKS = 12;
    private static final String CREDENTIALS = "/home/ec2-user/.aws/credentials";
    private static final String LOG = "/var/log/app.log";
    private static final byte[] LINES = "x 2026-11-26T00:00:00Z ExpiredTokenException: expired\n"
            .repeat(2_000)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> movers = new ArrayList<>();

    @TempDir
    private Path root;

    private interface Move {
        void move(int round) throws IOException;
    }

    private void moving(Move move) {
        Thread thread = new Thread(() -> {
            for (int round = 0; !stop.get(); round++) {
                try {
                    move.move(round);
                } catch (IOException e) {
                    stop.set(true);
                }
            }
        });
        movers.add(thread);
        thread.start();
    }

    @AfterEach
    void hold() throws InterruptedException {
        stop.set(true);
        for (Thread thread : movers) {
            thread.join();
        }
    }

    @Test
    void aFileThatIsReplacedAllTheTimeIsReadOrSaid() throws InterruptedException {
        FakeHost host = new FakeHost(root)
                .file("/root/.aws/credentials", "[default]\n" + FakeHost.PAIR)
                .file(CREDENTIALS, "");
        moving(round -> {
            Path next = host.path(CREDENTIALS).resolveSibling("next");
            switch (round % 4) {
                case 0 -> Files.writeString(next, "[default]\n" + FakeHost.pair("AKIARTX3GSDSOLD22222"));
                case 1 -> Files.createSymbolicLink(next, Path.of("credentials"));
                case 2 -> Files.write(next, new byte[3 << 20]);
                default -> Files.writeString(next, "x".repeat(500_000));
            }
            Files.move(
                    next, host.path(CREDENTIALS), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        });
        for (int look = 0; look < LOOKS; look++) {
            KeysFact fact = assertTimeoutPreemptively(LIMIT, () -> host.collect());
            assertThat(FakeHost.described(fact))
                    .contains("shared_credentials_file /root/.aws/credentials:2 3BC7 at_rest");
            assertThat(FakeHost.scan(fact, Place.SHARED_CREDENTIALS_FILE).examples())
                    .extracting(Unreadable::reason)
                    .isSubsetOf(
                            "too many links", "larger than 2 MiB", "too many levels of symbolic links", "is a link");
            assertThat(fact.places().toString()).doesNotContain("failed with");
        }
        hold();
        host.file("/home/ec2-user/.aws/again", "");
        assertThat(host.collect().keys()).isNotEmpty();
    }

    @Test
    void filesThatGrowWithoutEndDoNotHoldUpALook() {
        FakeHost host = new FakeHost(root)
                .file("/root/.aws/credentials", "[default]\n" + FakeHost.PAIR)
                .file(CREDENTIALS, "[default]\n")
                .file(LOG, "");
        for (String file : List.of(CREDENTIALS, LOG)) {
            moving(round -> {
                try (OutputStream out = Files.newOutputStream(host.path(file), StandardOpenOption.APPEND)) {
                    out.write(LINES);
                }
                if (Files.size(host.path(file)) > (200L << 20)) {
                    Files.write(host.path(file), new byte[0]);
                }
            });
        }
        LogsCollector logs = new LogsCollector(
                () -> new Host(root),
                new LogsCollector.Watching(new Settings.Logs(List.of(LOG)), Duration.ofMinutes(1)),
                new LogMemory(),
                Clock.systemUTC());
        for (int look = 0; look < LOOKS; look++) {
            KeysFact fact = assertTimeoutPreemptively(LIMIT, () -> host.collect());
            assertThat(FakeHost.described(fact))
                    .containsExactly("shared_credentials_file /root/.aws/credentials:2 3BC7 at_rest");
            LogsFact seen = assertTimeoutPreemptively(LIMIT, logs::collect);
            assertThat(seen.logs()).hasSize(1);
        }
    }

    @Test
    void processesThatDieWhileTheyAreReadAreNoNews() throws IOException, InterruptedException {
        Process storm = new ProcessBuilder(
                        "sh", "-c", "while :; do for i in 1 2 3 4 5 6 7 8; do sh -c 'exec true' & done; wait; done")
                .start();
        try {
            Settings.Keys settings = new Settings.Keys(
                    Duration.ofMinutes(1),
                    List.of(),
                    List.of("/root", "/home", "/opt", "/srv", "/var", "/etc", "/tmp", System.getProperty("user.dir")));
            KeysCollector keys = new KeysCollector(() -> new Host(Path.of("/")), settings, Clock.systemUTC());
            WorkloadScan workloads = new WorkloadScan(() -> new Host(Path.of("/")), Clock.systemUTC(), new Restarts());
            TreeSet<String> reasons = new TreeSet<>();
            int examined = 0;
            for (int look = 0; look < LOOKS; look++) {
                KeysFact fact = assertTimeoutPreemptively(LIMIT, keys::collect);
                for (Place place : List.of(Place.PROCESS_ENVIRONMENT, Place.PROCESS_ARGUMENTS)) {
                    FakeHost.scan(fact, place).examples().forEach(each -> reasons.add(each.reason()));
                    examined += FakeHost.scan(fact, place).examined();
                }
                assertTimeoutPreemptively(LIMIT, () -> workloads.look(EnumSet.allOf(InstanceRole.class)))
                        .values()
                        .forEach(seen -> seen.unreadable().forEach(line -> reasons.add(line.replaceFirst(".*: ", ""))));
            }
            assertThat(storm.isAlive()).isTrue();
            assertThat(reasons).isSubsetOf("permission denied", "its files cannot be seen from here");
            System.out.println("a storm of processes: " + LOOKS + " looks, " + examined
                    + " read, said to be unreadable: " + reasons);
        } finally {
            List<ProcessHandle> children = storm.descendants().toList();
            storm.destroyForcibly().waitFor();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
