package io.rolemeter.model;

import java.util.Optional;

/**
 * An access key that lies where a program, or a thief, would find it.
 *
 * @param secretPresent whether a secret lies with the id, so that the pair works
 * @param program the program that holds it, as {@code pm2:api} or {@code node[812]}; empty for a file that no program owns
 * @param note one sentence of whatever else a reader should know
 */
public record FoundKey(
        Place place,
        Location location,
        KeyId keyId,
        Exposure exposure,
        boolean secretPresent,
        Optional<String> program,
        Optional<String> note) {}
