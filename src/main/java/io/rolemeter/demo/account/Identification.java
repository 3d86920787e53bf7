package io.rolemeter.demo.account;

/** The answer to the question whose key signed a request. */
public sealed interface Identification {

    /** The key is known and valid: its secret is what the signature must have been made with. */
    record Known(Credential credential, Principal principal) implements Identification {}

    /** There is no such key, or it is no longer valid: nothing need be verified. */
    record Refused(Refusal refusal) implements Identification {}
}
