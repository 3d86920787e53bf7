package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A real FUSE file system whose server stays silent when one of its files is read: the look ends in time, and says so. */
@Timeout(180)
class SilentFilesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path SERVER = Path.of("src/test/resources/hostile/silent-files.py");

    @TempDir
    private Path folder;

    private Path mount;

    @BeforeEach
    void begin() throws IOException {
        Root.require("mount a FUSE file system");
        if (!Files.exists(Path.of("/dev/fuse"))) {
            System.out.println("silent files: SKIPPED, because there is no /dev/fuse");
            throw new TestAbortedException("no /dev/fuse");
        }
        mount = Files.createDirectory(folder.resolve("mount"));
    }

    @Test
    void aFileThatNeverAnswersIsSaidAndTheOthersAreRead() throws IOException {
        Path facts = folder.resolve("facts.jsonl");
        try (RunningProcess server = serve();
                RunningProcess scan = scan(server, mount, facts)) {
            long start = System.nanoTime();
            awaitFile(facts);
            System.out.println("silent files: the facts were written after "
                    + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
            // Not even a signal ends whoever waits for FUSE, as long as the server lives.
            server.handle().destroyForcibly();
            assertThat(scan.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(scan.stdout() + scan.stderr()).isEmpty();
        }
        assertThat(Files.readString(facts))
                .contains("{\"path\":\"/home/bob/.aws/credentials\",\"reason\":\"does not answer\"}")
                .contains("\"path\":\"/home/bob/.aws/config\",\"line\":2")
                .contains("\"key_id\":\"AKIA************3BC7\"");
    }

    @Test
    void aFileSystemOfAProgramWithinTheHostIsNotAsked() throws IOException {
        Path facts = folder.resolve("facts.jsonl");
        Path etc = Files.createDirectory(folder.resolve("etc"));
        Files.writeString(etc.resolve("passwd"), "bob:x:1000:1000::/mount/home/bob:/bin/sh\n");
        try (RunningProcess server = serve();
                RunningProcess scan = scan(server, folder, facts)) {
            assertThat(scan.awaitExit(LIMIT)).isEqualTo(1);
            assertThat(scan.stdout() + scan.stderr()).isEmpty();
        }
        assertThat(Files.readString(facts))
                .contains("{\"path\":\"/mount/home/bob/.aws/credentials\","
                        + "\"reason\":\"on a file system of type fuse.silent, not searched\"}");
    }

    /** In a mount namespace of its own: whatever becomes of it, no mount is left. */
    private RunningProcess serve() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(InstalledProgram.require("unshare", "mount where nobody else sees it")
                .toString());
        command.addAll(List.of("-m", "--propagation", "private"));
        command.add(InstalledProgram.require("python3", "serve silent files").toString());
        command.addAll(List.of(SERVER.toString(), mount.toString()));
        RunningProcess server = RunningProcess.start(command);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!server.stdout().contains("ready") && server.handle().isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(server.stdout()).as(server.description()).contains("ready");
        return server;
    }

    private static RunningProcess scan(RunningProcess server, Path root, Path facts) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("nsenter", "--target", Long.toString(server.handle().pid()), "--mount"));
        command.addAll(PackagedJar.command("scan", "--root", root.toString(), "--facts", facts.toString()));
        return RunningProcess.start(command);
    }

    private static void awaitFile(Path file) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("facts within " + LIMIT).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
