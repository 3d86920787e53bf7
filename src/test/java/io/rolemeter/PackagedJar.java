package io.rolemeter;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jar that the build has packaged, run as its users run it: by the {@code java} of this build, as a process of its own. */
final class PackagedJar {
    private PackagedJar() {}

    static RunningProcess start(String... arguments) throws IOException {
        List<String> java =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", path().toString());
        return RunningProcess.start(
                Stream.concat(java.stream(), Stream.of(arguments)).toList());
    }

    private static Path path() {
        Path jar = Path.of(requireNonNull(
                System.getProperty("rolemeter.jar"), "run this through `mvn verify`, which sets rolemeter.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " does not exist: run `mvn verify`, which packages it first");
        }
        return jar;
    }
}
