package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step before a disk becomes an AMI, on real disk images: it stops the build for a key, and leaves nothing behind. */
@Tag("image")
class AmiScanIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int MEBIBYTE = 1 << 20;
    private static final int SECTORS_OF_A_MEBIBYTE = 2048;
    private static final byte LINUX = (byte) 0x83;
    private static final String SCRIPT = "config/examples/ami-scan.sh";

    private final Canary canary = new Canary();

    @TempDir
    private Path folder;

    private Path image;

    @BeforeEach
    void needRoot() throws IOException {
        Root.require("mount an image");
        image = folder.resolve("disk.img");
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(run(List.of("losetup", "--associated", image.toString())).text())
                .isEmpty();
        assertThat(Files.readString(Path.of("/proc/self/mounts"))).doesNotContain(folder.toString());
        try (var left = Files.list(Files.createDirectories(folder.resolve("tmp")))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aKeyOnTheRootOfAPartitionedDiskStopsTheBuild() throws IOException {
        Path boot = Files.createDirectories(folder.resolve("boot"));
        Files.writeString(boot.resolve("vmlinuz"), "kernel");
        Canary.Key key = canary.plant("a private home");
        partitioned(boot, host("aws_access_key_id = " + key.id() + "\naws_secret_access_key = " + key.secret()));
        byte[] before = Files.readAllBytes(image);

        Answer answer = scan();

        assertThat(answer.exit()).as(answer.text()).isEqualTo(2);
        assertThat(answer.text())
                .contains("looking at partition 2 (ext4) of " + image + ", and not at 1 (ext4)")
                .contains("/home/deploy/.aws/credentials:2")
                .contains("*" + key.lastFour())
                .contains("there is a key on " + image + ": it must not become an AMI");
        canary.assertNothingIn("the build's log", answer.text());
        assertThat(Files.readAllBytes(image)).isEqualTo(before);
    }

    @Test
    void aDiskWithoutAKeyPasses() throws IOException {
        fileSystem(host("region = us-east-1"), 0);

        Answer answer = scan();

        assertThat(answer.exit()).as(answer.text()).isZero();
        assertThat(answer.text()).contains("no key on " + image);
    }

    @Test
    void aCommentedKeyIsAWarning() throws IOException {
        Canary.Key key = canary.plant("a comment");
        fileSystem(host("# aws_access_key_id = " + key.id() + "\n# aws_secret_access_key = " + key.secret()), 0);

        assertThat(scan().exit()).isEqualTo(1);
    }

    @Test
    void aDiskThatWasNotShutDownIsNeverCalledClean() throws IOException {
        fileSystem(host("region = us-east-1"), 0);
        try (RandomAccessFile disk = new RandomAccessFile(image.toFile(), "rw")) {
            int incompatibleFeatures = 1024 + 0x60;
            disk.seek(incompatibleFeatures);
            int features = disk.read();
            disk.seek(incompatibleFeatures);
            int needsRecovery = 0x4;
            disk.write(features | needsRecovery);
        }

        Answer answer = scan();

        assertThat(answer.exit()).as(answer.text()).isEqualTo(1);
        assertThat(answer.text()).contains("was not shut down");
    }

    @Test
    void whatIsNotTheDiskOfAHostIsUnknown() throws IOException {
        Files.write(image, new byte[MEBIBYTE]);
        assertThat(scan().exit()).isEqualTo(3);
        fileSystem(Files.createDirectory(folder.resolve("empty")), 0);
        assertThat(scan().text()).contains("no root file system in ext4 or xfs on " + image + "; it has 0 (ext4)");
    }

    @Test
    void aScanThatFailsIsNotAnAnswer() throws IOException {
        fileSystem(host("region = us-east-1"), 0);

        Answer answer = scan("--no-such-option");

        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.text()).contains("so nothing is known about " + image);
    }

    private record Answer(int exit, String text) {}

    private Answer scan(String... options) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                "env",
                "ROLEMETER=" + java + " -jar " + System.getProperty("rolemeter.jar"),
                "TMPDIR=" + Files.createDirectories(folder.resolve("tmp")),
                SCRIPT,
                image.toString()));
        command.addAll(List.of(options));
        return run(command);
    }

    private static Answer run(List<String> command) throws IOException {
        try (RunningProcess process = RunningProcess.start(command)) {
            return new Answer(process.awaitExit(LIMIT), process.stdout() + process.stderr());
        }
    }

    private Path host(String profile) throws IOException {
        Path root = folder.resolve("host");
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/os-release"), "ID=amzn\n");
        Files.writeString(root.resolve("etc/passwd"), "deploy:x:1001:1001::/home/deploy:/bin/sh\n");
        Path aws = Files.createDirectories(root.resolve("home/deploy/.aws"));
        Files.writeString(aws.resolve("credentials"), "[default]\n" + profile + "\n");
        return root;
    }

    /** A disk with two partitions of 16 MiB. */
    private void partitioned(Path first, Path second) throws IOException {
        fileSystem(first, 1);
        fileSystem(second, 17);
        try (RandomAccessFile disk = new RandomAccessFile(image.toFile(), "rw")) {
            disk.seek(446);
            for (int start : List.of(1, 17)) {
                disk.write(new byte[] {0, 0, 0, 0, LINUX, 0, 0, 0});
                disk.writeInt(Integer.reverseBytes(start * SECTORS_OF_A_MEBIBYTE));
                disk.writeInt(Integer.reverseBytes(16 * SECTORS_OF_A_MEBIBYTE));
            }
            disk.seek(510);
            disk.write(0x55);
            disk.write(0xaa);
        }
    }

    /** Makes a file system of 16 MiB with these files, after so many mebibytes of the image; without checksums, so that a test can change it. */
    private void fileSystem(Path files, int after) throws IOException {
        Answer made = run(List.of(
                InstalledProgram.require("mkfs.ext4", "make a file system").toString(),
                "-q",
                "-F",
                "-O",
                "^metadata_csum",
                "-E",
                "offset=" + after * MEBIBYTE,
                "-d",
                files.toString(),
                image.toString(),
                "16M"));
        assertThat(made.exit()).as(made.text()).isZero();
        try (RandomAccessFile disk = new RandomAccessFile(image.toFile(), "rw")) {
            disk.setLength(Math.max(disk.length(), (after + 16L) * MEBIBYTE));
        }
    }
}
