package io.rolemeter.store;

/** A line is not what it should be. Its message names the field, and quotes nothing of the line. */
public final class MalformedLineException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public MalformedLineException(String field) {
        super(field);
    }
}
