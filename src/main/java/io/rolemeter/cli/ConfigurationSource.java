package io.rolemeter.cli;

import io.rolemeter.Configured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration comes from, and which host it is about: options that several commands share. */
final class ConfigurationSource {
    private static final Path DEFAULT = Path.of("/etc/rolemeter/rolemeter.yml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The configuration file; without it /etc/rolemeter/rolemeter.yml if that is there, else defaults.")
    private @Nullable Path config;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description =
                    "Read the host's files and processes beneath DIR, as in a container that has the host's root mounted, or of a mounted disk image.")
    private Path root = Path.of("/");

    /** @throws io.rolemeter.config.ConfigurationException with every problem in the file */
    Configured load() {
        Optional<Path> file = Optional.ofNullable(config);
        if (file.isEmpty() && Files.exists(DEFAULT)) {
            file = Optional.of(DEFAULT);
        }
        return file.map(Configured::load).orElseGet(Configured::defaults);
    }

    Path root() {
        if (!Files.isDirectory(root)) {
            throw new CommandFailedException(
                    "--root " + root + " is not a directory; name one that holds a host's files.");
        }
        return root;
    }
}
