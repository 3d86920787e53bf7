package io.rolemeter.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs that are built from their sources among the resources of the tests, once for as long as {@code target} lives.
 *
 * @param sources the name of their folder
 * @param build for a shell, in a copy of the folder
 * @param tool what must be on the path for it
 */
record Installation(String sources, String build, String tool) {
    static final String NPM = "npm install --no-audit --no-fund --silent";

    private static final Path SOURCES = Path.of("src/test/resources/real-programs");
    private static final Path BUILT = Path.of("target/real-programs").toAbsolutePath();
    private static final String DONE = "built";

    /**
     * The folder of the built programs; empty without the tool, which is said.
     *
     * @throws IllegalStateException with what the build printed, when it fails
     */
    Optional<Path> folder() throws IOException {
        Path folder = BUILT.resolve(sources);
        Path done = folder.resolve(DONE);
        if (Files.exists(done)) {
            return Optional.of(folder);
        }
        Files.createDirectories(BUILT);
        if (!succeeds(BUILT, "command -v " + tool)) {
            System.out.println("real programs: SKIPPED " + sources + ", because " + tool + " is not on PATH");
            return Optional.empty();
        }
        copy(SOURCES.resolve(sources), folder);
        if (!succeeds(folder, build)) {
            throw new IllegalStateException(sources + " was not built: " + Files.readString(log(folder)));
        }
        Files.createFile(done);
        return Optional.of(folder);
    }

    private static boolean succeeds(Path folder, String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(folder).toFile())
                .start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("build.log");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
