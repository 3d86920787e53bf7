package io.rolemeter.model;

/** What the metadata service says about the role of this instance. */
public enum RoleState implements Labelled {
    /** A profile with a role, and credentials for it. */
    ATTACHED,
    /** No instance profile is associated. */
    ABSENT,
    /** The associated profile no longer exists, or was re-created under the same name. */
    PROFILE_NOT_FOUND,
    PROFILE_WITHOUT_ROLE,
    /** EC2 may not assume the role: the trust policy does not let it, or the role is gone. */
    TRUST_DENIED,
    /** The metadata service is switched off for this instance. */
    IMDS_DISABLED,
    IMDS_UNREACHABLE,
    /** The service answered, but not with anything that tells. */
    UNKNOWN;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
