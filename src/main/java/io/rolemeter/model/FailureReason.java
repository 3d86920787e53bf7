package io.rolemeter.model;

/** Why a call to AWS did not do what was asked; decided from the error code, never from the HTTP status alone. */
public enum FailureReason implements Labelled {
    DENIED,
    /** It was allowed, and had to be denied. */
    NOT_DENIED,
    EXPIRED_TOKEN,
    /** The key does not exist, is inactive, or belongs to another partition or a region that is not enabled. */
    INVALID_KEY,
    BAD_SIGNATURE,
    CLOCK_SKEW,
    NO_CREDENTIALS,
    NOT_FOUND,
    INVALID_REQUEST,
    THROTTLED,
    TIMEOUT,
    UNREACHABLE,
    TLS,
    UNEXPECTED_ANSWER,
    ERROR;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
