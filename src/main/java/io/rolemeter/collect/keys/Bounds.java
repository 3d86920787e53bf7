package io.rolemeter.collect.keys;

import java.time.Duration;

/**
 * How much one collect looks at; what is beyond counts as unreadable.
 *
 * @param files that are read
 * @param entries that are seen beneath each folder that a search for applications begins at
 */
record Bounds(int files, int entries, Duration time) {
    /** For a daemon that looks again every minute. */
    static final Bounds OF_A_CYCLE = new Bounds(50_000, 100_000, Duration.ofSeconds(30));

    /** For a command that somebody waits for. */
    static final Bounds OF_A_COMMAND = new Bounds(20_000_000, 20_000_000, Duration.ofHours(6));
}
