package io.rolemeter.model;

/** The family of AWS SDK that a program finds its credentials with. */
public enum Sdk implements Labelled {
    JAVASCRIPT_V3,
    JAVASCRIPT_V2,
    /** Python: boto3 and whatever else is built on botocore. */
    BOTOCORE,
    AWS_CLI,
    JAVA_V2,
    JAVA_V1,
    GO_V2,
    RUST,
    /** None that could be told: only what all SDKs have in common is known. */
    UNKNOWN;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
