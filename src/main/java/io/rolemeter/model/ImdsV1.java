package io.rolemeter.model;

/** Whether the metadata service answers requests without a token. */
public enum ImdsV1 implements Labelled {
    ANSWERED,
    REFUSED,
    /** Not asked, or not answered in a way that tells. */
    UNKNOWN;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
