package io.rolemeter.store;

import java.io.IOException;
import java.nio.file.Path;

/** A file could not be written; what was there stays. The cause says why. */
public final class UnwrittenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final transient IOException refusal;

    public UnwrittenException(Path file, IOException refusal) {
        super(refusal);
        this.file = file;
        this.refusal = refusal;
    }

    /** Which file. */
    public Path file() {
        return file;
    }

    /** Why not. */
    public IOException refusal() {
        return refusal;
    }
}
