package io.rolemeter.demo;

/** The answer to the question whose key signed a request. */
sealed interface Identification {

    /** The key is known and valid: its secret is what the signature must have been made with. */
    record Known(Credential credential, Principal principal) implements Identification {}

    record Refused(Refusal refusal) implements Identification {}
}
