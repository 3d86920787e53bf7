package io.rolemeter.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the host was seen to do before, as far as findings depend on it.
 *
 * @param rotations the last of them, oldest first
 * @param issue of the credentials in hand; empty before there were any
 */
public record Past(List<Rotation> rotations, Optional<Issue> issue) {
    public static final Past NONE = new Past(List.of(), Optional.empty());

    /** More rotations than this are forgotten, the oldest first: a rhythm may change. */
    public static final int MAX_ROTATIONS = 20;

    /**
     * How the credentials came.
     *
     * @param issuedAt tells them from other credentials
     * @param profileArn of the profile that was named when they were first seen
     * @param profileId of the same; one that is re-created under its old name has another
     */
    public record Issue(Instant issuedAt, String profileArn, String profileId) {}

    public Past {
        rotations = rotations.stream()
                .skip(Math.max(0, rotations.size() - MAX_ROTATIONS))
                .toList();
    }

    public Optional<RotationRhythm> rhythm() {
        return RotationRhythm.of(rotations);
    }
}
