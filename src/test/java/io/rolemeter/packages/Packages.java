package io.rolemeter.packages;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What {@code mvn -Ppackages package} has made. */
final class Packages {
    private Packages() {}

    static Path deb() throws IOException {
        return in(target(), ".deb");
    }

    static Path rpm() throws IOException {
        return in(target(), ".rpm");
    }

    static Path archive() throws IOException {
        return in(target(), ".tar.gz");
    }

    static List<Path> allIn(Path target) throws IOException {
        return List.of(in(target, ".deb"), in(target, ".rpm"), in(target, ".tar.gz"));
    }

    static Path target() {
        return Path.of(requireNonNull(System.getProperty("rolemeter.jar"), "run this through `mvn -Ppackages verify`"))
                .resolveSibling("");
    }

    private static Path in(Path target, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no *" + suffix + " in " + target));
        }
    }
}
