package io.rolemeter;

import io.rolemeter.handover.FactsFile;
import io.rolemeter.model.Telemetry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The world that the agent looks at.
 *
 * @param root what the host's files and processes are read beneath; {@code /} on the host itself
 * @param scanned where another process tells what it has seen of files and processes; empty where this one looks for itself
 * @param progress hears what is being looked at, from any thread; must be quick
 */
public record Surroundings(
        Path root, Clock clock, Telemetry telemetry, Consumer<String> progress, Optional<FactsFile> scanned) {
    /** The same, where nobody waits for it. */
    public Surroundings(Path root, Clock clock, Telemetry telemetry) {
        this(root, clock, telemetry, what -> {});
    }

    /** The same, where this process looks for itself. */
    public Surroundings(Path root, Clock clock, Telemetry telemetry, Consumer<String> progress) {
        this(root, clock, telemetry, progress, Optional.empty());
    }
}
