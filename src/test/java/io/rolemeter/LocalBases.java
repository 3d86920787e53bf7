package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** Base images for the Dockerfile, made from local files: a small Debian, and this machine's own Java and Maven. */
final class LocalBases {
    private static final Path CACHE = Path.of("/var/tmp/rolemeter-machine");

    /** What the Dockerfile's default base is, but for its documentation. Made once, with network, and kept. */
    private static final Path DEBIAN = CACHE.resolve("base");

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Path HOME = Path.of(System.getProperty("user.home"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    private LocalBases() {}

    /** The tree of a minimal Debian 12. */
    static Path debian() throws IOException {
        if (Files.notExists(DEBIAN)) {
            Path unfinished = Files.createDirectories(CACHE)
                    .resolve("base-" + ProcessHandle.current().pid());
            try (RunningProcess bootstrap = RunningProcess.start(List.of(
                    InstalledProgram.require("debootstrap", "make a base image").toString(),
                    "--variant=minbase",
                    "bookworm",
                    unfinished.toString(),
                    mirror()))) {
                assertThat(bootstrap.awaitExit(LIMIT))
                        .as(bootstrap.description())
                        .isZero();
            }
            Files.move(unfinished, DEBIAN, StandardCopyOption.ATOMIC_MOVE);
        }
        return DEBIAN;
    }

    /** An image in which this machine's {@code /usr} is found once {@link #tools()} are mounted. */
    static void buildImage(Buildah buildah, String name, Path empty) throws IOException {
        for (String folder : List.of("bin", "sbin", "lib", "lib64")) {
            Files.createSymbolicLink(empty.resolve(folder), Path.of("usr", folder));
        }
        for (String folder : List.of("usr", "etc", "root", "tmp")) {
            Files.createDirectory(empty.resolve(folder));
        }
        buildah.image(name, empty, "PATH=" + JAVA + "/bin:" + maven() + "/bin:/usr/bin:/bin", "JAVA_HOME=" + JAVA);
    }

    /** Where Java, Maven, its cache and what they need are on this machine. */
    static List<String> tools() throws IOException {
        return List.of(
                "--volume=/usr:/usr:ro",
                "--volume=/etc:/etc:ro",
                "--volume=" + JAVA + ":" + JAVA + ":ro",
                "--volume=" + maven() + ":" + maven() + ":ro",
                "--volume=" + HOME.resolve(".m2") + ":/root/.m2");
    }

    private static Path maven() throws IOException {
        Path program = InstalledProgram.require("mvn", "build in a container").toRealPath();
        return program.resolve("../..").normalize();
    }

    /** The mirror of packages that this machine is set up with. */
    private static String mirror() throws IOException {
        try (RunningProcess targets = RunningProcess.start(List.of("apt-get", "indextargets", "--format", "$(SITE)"))) {
            assertThat(targets.awaitExit(LIMIT)).as(targets.description()).isZero();
            return targets.stdout().lines().findFirst().orElseThrow();
        }
    }
}
