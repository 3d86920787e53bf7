package io.rolemeter.agreement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** A running program that has its own home, and lives until its standard input ends. */
record RealProgram(Process process, GeneratedCase generated) implements AutoCloseable {
    static RealProgram start(List<String> command, GeneratedCase generated) throws IOException {
        Files.createDirectories(generated.home());
        generated.files().forEach((name, content) -> write(generated.home().resolve(name), content));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(generated.home().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("AMAZON_"));
        builder.environment().putAll(generated.environment());
        return new RealProgram(builder.start(), generated);
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, content);
            if (file.endsWith("process")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BufferedReader output() {
        return process.inputReader();
    }

    long pid() {
        return process.pid();
    }

    String described() {
        return generated.environment() + "\n" + generated.properties() + "\n" + generated.files();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
