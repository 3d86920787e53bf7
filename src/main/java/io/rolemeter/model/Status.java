package io.rolemeter.model;

/** The verdict over all findings. */
public enum Status implements Labelled {
    OK,
    WARNING,
    CRITICAL,
    /** The question could not be answered: the role of the host is not known. */
    UNKNOWN;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
