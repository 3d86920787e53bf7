package io.rolemeter.model;

/** Who collects: one name for each collector. */
public enum CollectorName implements Labelled {
    ROLE,
    CALLER,
    KEYS,
    WORKLOAD,
    LOGS,
    PROBE;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
