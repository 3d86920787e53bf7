package io.rolemeter.model;

/** Whether the metadata service has a role to give. */
public enum InstanceRole implements Labelled {
    ATTACHED,
    ABSENT,
    /** Nobody has asked, or it does not say. */
    UNKNOWN;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
