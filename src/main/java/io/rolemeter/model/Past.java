package io.rolemeter.model;

import java.util.List;
import java.util.Optional;

/**
 * What the host was seen to do before, as far as findings depend on it.
 *
 * @param rotations the last of them, oldest first
 * @param issuer the profile that was named when the credentials in hand were first seen
 */
public record Past(List<Rotation> rotations, Optional<InstanceProfile> issuer) {
    public static final Past NONE = new Past(List.of(), Optional.empty());

    /** More rotations than this are forgotten, the oldest first: a rhythm may change. */
    public static final int MAX_ROTATIONS = 20;

    public Past {
        rotations = rotations.stream()
                .skip(Math.max(0, rotations.size() - MAX_ROTATIONS))
                .toList();
    }

    public Optional<RotationRhythm> rhythm() {
        return RotationRhythm.of(rotations);
    }
}
