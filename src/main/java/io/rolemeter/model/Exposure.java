package io.rolemeter.model;

/** How much harm a found key can do where it lies. */
public enum Exposure implements Labelled {
    /** A running program, or one that starts at boot, would pick it up. */
    LIVE,
    /** Readable, but nothing that runs would pick it up. */
    AT_REST,
    /** Commented out: not used, still on the disk. */
    COMMENTED,
    /** In a copy that nobody reads. */
    BACKUP;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
