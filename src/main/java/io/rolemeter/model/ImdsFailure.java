package io.rolemeter.model;

/** Why a request to the metadata service gave nothing. */
public enum ImdsFailure implements Labelled {
    TIMEOUT,
    REFUSED,
    /** 401: a token is required, or it is no longer accepted. */
    UNAUTHORIZED,
    /** 403: not allowed, or the service is switched off. */
    FORBIDDEN,
    /** 404: this instance has nothing there. */
    NOT_FOUND,
    THROTTLED,
    /** 5xx: to be asked again later. */
    UNAVAILABLE,
    /** An answer that is not what this path answers: HTML, no JSON, too long, cut off. */
    MALFORMED;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
