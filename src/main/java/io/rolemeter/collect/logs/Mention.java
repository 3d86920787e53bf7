package io.rolemeter.collect.logs;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.LogError;
import java.time.Instant;
import java.util.Optional;

/**
 * One credential error in a log, without the words that it stands in.
 *
 * @param writtenAt what its message tells, to the second
 * @param notBefore the time of the nearest message before it that tells one
 * @param toEnd bytes from it to the end of what was read
 * @param denied what a denial says
 */
record Mention(
        LogError error,
        Optional<Instant> writtenAt,
        Optional<Instant> notBefore,
        long toEnd,
        Optional<DeniedAction> denied) {}
