package io.rolemeter.model;

/** How far the host is on its way from long-term keys to a role. */
public enum MigrationPhase implements Labelled {
    /** Neither a role nor a key. */
    NO_CREDENTIALS,
    KEYS_ONLY,
    /** A role is attached, and a key still wins somewhere. */
    ROLE_SHADOWED,
    /** Nothing that runs would pick up a key, but keys are still there. */
    ROLE_IN_USE_KEYS_REMAIN,
    ROLE_ONLY,
    UNKNOWN;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
