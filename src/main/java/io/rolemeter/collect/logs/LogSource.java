package io.rolemeter.collect.logs;

import io.rolemeter.collect.host.HostFiles;
import java.time.Instant;
import java.util.Optional;

/**
 * A log to watch.
 *
 * @param name what the log is called: its path, with the container before it where it is in one
 * @param path in {@code files}
 * @param workload as in {@code pm2:api}
 * @param startedAt of the oldest process that writes it; empty when none is known to
 */
record LogSource(String name, String path, Optional<String> workload, Optional<Instant> startedAt, HostFiles files) {
    /** The same log, written by another process too. */
    LogSource and(LogSource other) {
        Optional<Instant> earlier = startedAt.isPresent()
                        && other.startedAt.isPresent()
                        && other.startedAt.get().isBefore(startedAt.get())
                ? other.startedAt
                : startedAt.or(() -> other.startedAt);
        return new LogSource(name, path, workload.or(() -> other.workload), earlier, files);
    }
}
