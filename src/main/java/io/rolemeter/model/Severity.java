package io.rolemeter.model;

/** How bad a finding is. */
public enum Severity implements Labelled {
    WARNING,
    CRITICAL;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
