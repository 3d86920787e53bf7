package io.rolemeter.model;

/** Whose identity is asked for. */
public enum CallerSubject implements Labelled {
    /** The credentials that the metadata service hands out. */
    INSTANCE_ROLE,
    /** What the default credential chain of this process finds. */
    DEFAULT_CHAIN;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
