package io.rolemeter.model;

/** What a program complains of in its log when AWS, or its SDK, does not let it in. */
public enum LogError implements Labelled {
    EXPIRED_TOKEN,
    /** The key does not exist, or is inactive; or it is not valid in that region. */
    INVALID_KEY,
    BAD_SIGNATURE,
    /** The SDK found nothing to sign with. */
    NO_CREDENTIALS,
    ACCESS_DENIED,
    CLOCK_SKEW,
    /** The metadata service did not answer the SDK as it should. */
    IMDS;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
