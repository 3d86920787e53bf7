package io.rolemeter.model;

import java.time.Instant;

/**
 * How often one kind of error stands in a log.
 *
 * @param count at least 1
 * @param last when it was last written; the moment at which it was read where the log does not tell
 */
public record LoggedErrors(LogError error, long count, Instant last) {}
