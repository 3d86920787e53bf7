package io.rolemeter.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Where the programs are built, once for as long as {@code target} lives. */
final class Installation {
    private static final Path SOURCES = Path.of("src/test/resources/real-programs");
    private static final Path BUILT = Path.of("target/real-programs").toAbsolutePath();
    private static final String DONE = "built";

    private Installation() {}

    /** The folder of the program, built when it can be. */
    static Path of(RealSdk sdk) throws IOException {
        Path folder = BUILT.resolve(sdk.folder());
        Path done = folder.resolve(DONE);
        if (sdk.folder().isEmpty() || Files.exists(done) || !here(sdk.tool())) {
            return folder;
        }
        copy(SOURCES.resolve(sdk.folder()), folder);
        if (succeeds(folder, sdk.build())) {
            Files.createFile(done);
        }
        return folder;
    }

    static boolean works(RealSdk sdk) {
        return sdk.folder().isEmpty()
                || Files.exists(BUILT.resolve(sdk.folder()).resolve(DONE));
    }

    private static boolean here(String tool) throws IOException {
        return succeeds(Path.of("").toAbsolutePath(), "command -v " + tool);
    }

    private static boolean succeeds(Path folder, String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
