package io.rolemeter.collect.keys;

import io.rolemeter.model.Exposure;
import io.rolemeter.model.KeyWriter;
import java.util.Optional;

/**
 * Who would use a key that stands in a file.
 *
 * @param program the program that the file gives the key to, where the file says so
 * @param note one sentence more for the reader
 * @param writer of the temporary keys in the file; says nothing about others
 */
public record Use(Exposure exposure, Optional<String> program, Optional<String> note, Optional<KeyWriter> writer) {
    public static Use of(Exposure exposure) {
        return new Use(exposure, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Use by(Optional<String> newProgram) {
        return new Use(exposure, newProgram, note, writer);
    }

    public Use noting(Optional<String> newNote) {
        return new Use(exposure, program, newNote, writer);
    }

    public Use as(Exposure newExposure) {
        return new Use(newExposure, program, note, writer);
    }

    /** Of a file whose temporary keys are those of a program of AWS's. */
    public Use writtenBy(KeyWriter newWriter) {
        return new Use(exposure, program, note, Optional.of(newWriter));
    }
}
