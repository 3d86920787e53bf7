package io.rolemeter.model;

/** A program of AWS's that writes temporary keys into files by itself, and renews them or lets them go. */
public enum KeyWriter implements Labelled {
    SSM_AGENT(
            "written and renewed by the SSM agent of a hybrid activation; shadows the instance role for this user's programs"),
    SSM_AGENT_OWN("written and renewed by the SSM agent for itself; no SDK reads it, so it does not shadow the role"),
    ROLES_ANYWHERE(
            "written and renewed by aws_signing_helper of IAM Roles Anywhere; shadows the instance role for this user's programs"),
    CLOUD_INIT("copied by cloud-init from the metadata service; no SDK reads it, so it does not shadow the role"),
    CLI_CACHE("cached by the AWS CLI or boto for a profile; only that profile uses it, so it does not shadow the role");

    private final String sentence;

    KeyWriter(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String label() {
        return Labelled.of(this);
    }

    /** Who wrote the key, and whether it shadows the role. */
    public String sentence() {
        return sentence;
    }
}
