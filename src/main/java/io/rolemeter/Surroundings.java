package io.rolemeter;

import io.rolemeter.model.Telemetry;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The world that the agent looks at.
 *
 * @param root what the host's files and processes are read beneath; {@code /} on the host itself
 */
public record Surroundings(Path root, Clock clock, Telemetry telemetry) {}
