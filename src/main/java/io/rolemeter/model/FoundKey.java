package io.rolemeter.model;

import java.util.Optional;

/**
 * An access key that lies where a program, or a thief, would find it.
 *
 * @param secretPresent whether a secret lies with the id, so that the pair works
 * @param program the program that holds it, as {@code pm2:api} or {@code node[812]}; empty for a file that no program owns
 * @param note one sentence of whatever else a reader should know
 * @param writer of a temporary key that no person pasted
 */
public record FoundKey(
        Place place,
        Location location,
        KeyId keyId,
        Exposure exposure,
        boolean secretPresent,
        Optional<String> program,
        Optional<String> note,
        Optional<KeyWriter> writer) {
    /** A key that people wrote, or nobody knows who. */
    public FoundKey(
            Place place,
            Location location,
            KeyId keyId,
            Exposure exposure,
            boolean secretPresent,
            Optional<String> program,
            Optional<String> note) {
        this(place, location, keyId, exposure, secretPresent, program, note, Optional.empty());
    }

    /** Whether it is a temporary key that somebody pasted: nobody renews it. */
    public boolean isPasted() {
        return !keyId.kind().isStatic() && writer.isEmpty();
    }
}
