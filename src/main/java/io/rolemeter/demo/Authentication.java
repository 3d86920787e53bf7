package io.rolemeter.demo;

/** What a service learns from the signature of a request. */
sealed interface Authentication {

    /** Signed by a known principal; {@code content} is the body without the framing of a signature. */
    record Signed(Principal principal, Content content) implements Authentication {}

    record Refused(Refusal refusal) implements Authentication {}
}
