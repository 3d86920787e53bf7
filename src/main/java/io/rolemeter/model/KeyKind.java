package io.rolemeter.model;

/** What a key is, by its first four characters. */
public enum KeyKind implements Labelled {
    /** {@code AKIA}: of an IAM user or the root user; valid until somebody deactivates it. */
    LONG_TERM("AKIA"),
    /** {@code ASIA}: of a session; useless without its token, and dead when the session ends. */
    TEMPORARY("ASIA"),
    /** {@code ABIA}: an STS bearer token of an AWS service. */
    SERVICE_BEARER("ABIA"),
    /** {@code ACCA}: a context-specific credential. */
    CONTEXT_SPECIFIC("ACCA"),
    /** {@code ABSK}: an API key of Bedrock; works alone, without a secret. */
    BEDROCK_API_KEY("ABSK");

    private final String prefix;

    KeyKind(String prefix) {
        this.prefix = prefix;
    }

    /** Four upper-case letters. */
    public String prefix() {
        return prefix;
    }

    /** Whether it stays valid until a person ends it. */
    public boolean isStatic() {
        return this != TEMPORARY;
    }

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
