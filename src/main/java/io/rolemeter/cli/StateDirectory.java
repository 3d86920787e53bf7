package io.rolemeter.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory for what outlives a restart. */
final class StateDirectory {
    private static final String VARIABLE = "STATE_DIRECTORY";

    private StateDirectory() {}

    /**
     * The one that was asked for, else the first that the service manager has made.
     *
     * @throws CommandFailedException if the one that was asked for is not there
     */
    static Optional<Path> of(@Nullable Path wanted) {
        if (wanted != null && !Files.isDirectory(wanted)) {
            throw new CommandFailedException(
                    "--state.directory " + wanted + " is not a directory; make it, writable for this user.");
        }
        return Optional.ofNullable(wanted)
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE))
                        .map(directories -> directories.split(":", 2)[0])
                        .filter(first -> !first.isBlank())
                        .map(Path::of));
    }
}
