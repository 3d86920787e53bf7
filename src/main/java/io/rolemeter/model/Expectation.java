package io.rolemeter.model;

/** What a probe must meet to pass. */
public enum Expectation implements Labelled {
    ALLOWED,
    DENIED;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
