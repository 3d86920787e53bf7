package io.rolemeter.handover;

/** A facts file cannot be believed. Its message is a clause about the file, fit to be shown. */
public final class RefusedFactsException extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedFactsException(String clause) {
        super(clause);
    }

    /** The clause. */
    public String clause() {
        return String.valueOf(getMessage());
    }
}
