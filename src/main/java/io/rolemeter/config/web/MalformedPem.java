package io.rolemeter.config.web;

/** A PEM text that does not hold what was expected; the message says what is wrong, and quotes nothing. */
final class MalformedPem extends Exception {
    private static final long serialVersionUID = 1;

    MalformedPem(String message) {
        super(message);
    }
}
