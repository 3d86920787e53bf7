package io.rolemeter.model;

/** Where the credentials come from that a program would use. */
public enum CredentialSource implements Labelled {
    /** Variables, those that a dotenv file sets included. */
    ENVIRONMENT,
    /** Of Java: {@code -Daws.accessKeyId}. */
    SYSTEM_PROPERTIES,
    SHARED_CREDENTIALS_FILE,
    CONFIG_FILE,
    /** A profile that assumes a role with other credentials. */
    ASSUME_ROLE,
    WEB_IDENTITY,
    SSO,
    CREDENTIAL_PROCESS,
    /** An endpoint that variables name: ECS, EKS, a credential vendor on the host. */
    CONTAINER,
    INSTANCE_ROLE,
    /** Its chain ends without credentials. */
    NONE,
    UNKNOWN;

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
