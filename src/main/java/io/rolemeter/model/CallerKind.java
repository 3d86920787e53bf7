package io.rolemeter.model;

/** What sort of principal an ARN names. */
public enum CallerKind implements Labelled {
    ASSUMED_ROLE,
    IAM_USER,
    ROOT,
    FEDERATED_USER,
    OTHER,
    UNKNOWN;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
