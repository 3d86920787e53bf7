package io.rolemeter.collect.keys;

import io.rolemeter.model.Exposure;
import java.util.Optional;

/**
 * Who would use a key that stands in a file.
 *
 * @param program the program that the file gives the key to, where the file says so
 * @param note one sentence more for the reader
 */
public record Use(Exposure exposure, Optional<String> program, Optional<String> note) {
    public static Use of(Exposure exposure) {
        return new Use(exposure, Optional.empty(), Optional.empty());
    }

    public Use by(Optional<String> newProgram) {
        return new Use(exposure, newProgram, note);
    }

    public Use noting(Optional<String> newNote) {
        return new Use(exposure, program, newNote);
    }
}
