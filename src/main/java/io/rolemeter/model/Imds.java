package io.rolemeter.model;

import java.util.Optional;

/**
 * How the metadata service behaved in one poll.
 *
 * @param failure why the poll did not get through; empty when it did
 * @param tokensLost a request for a token was not answered although the service answers without one: the answer's hop limit
 *     is too small for where this program runs
 * @param rotations new credentials seen since the start
 */
public record Imds(Optional<ImdsFailure> failure, boolean tokensLost, ImdsV1 v1, long rotations) {
    public boolean up() {
        return failure.isEmpty();
    }
}
