package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds and runs images without an engine or a registry, as root, with a store of its own.
 *
 * @param store a folder; all images and containers are below it
 */
record Buildah(Path store) {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** What a container may do by default; to give it other rights, all of these must be taken away by name. */
    private static final List<String> DEFAULT_RIGHTS = List.of(
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    /** An image with these files and variables and nothing else. */
    void image(String name, Path files, String... variables) throws IOException {
        String container = output("from", "scratch");
        output("add", "--quiet", container, files.toString(), "/");
        for (String variable : variables) {
            output("config", "--env", variable, container);
        }
        output("commit", "--quiet", container, name);
        output("rm", container);
    }

    /** A container of an image: its name. */
    String container(String image) throws IOException {
        return output("from", "--pull-never", image);
    }

    /** Runs a program in a container as the user that the image names. */
    RunningProcess run(String container, List<String> options, List<String> command) throws IOException {
        return start(Stream.of(List.of("run", "--isolation", "chroot"), options, List.of(container, "--"), command)
                .flatMap(List::stream)
                .toList());
    }

    /** Options of {@code run} for root with these rights only, in the group of the image's user. */
    static List<String> rootWith(String... rights) {
        List<String> options = new ArrayList<>(List.of("--user", "0:10169"));
        for (String right : DEFAULT_RIGHTS) {
            options.addAll(List.of("--cap-drop", "CAP_" + right));
        }
        for (String right : rights) {
            options.addAll(List.of("--cap-add", "CAP_" + right));
        }
        return options;
    }

    /** Options of {@code run} that mount folders, read-only. */
    static List<String> mount(Path from, String to) {
        return List.of("--volume", from + ":" + to + ":ro");
    }

    /** What a command prints that ends well. */
    String output(String... command) throws IOException {
        try (RunningProcess process = start(List.of(command))) {
            assertThat(process.awaitExit(LIMIT)).as(process.description()).isZero();
            return process.stdout().strip();
        }
    }

    private RunningProcess start(List<String> command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                InstalledProgram.require("buildah", "build images").toString(),
                "--storage-driver",
                "vfs",
                "--root",
                Files.createDirectories(store.resolve("root")).toString(),
                "--runroot",
                Files.createDirectories(store.resolve("run")).toString()));
        all.addAll(command);
        return RunningProcess.start(all);
    }
}
