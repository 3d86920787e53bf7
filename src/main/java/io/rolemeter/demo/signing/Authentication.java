package io.rolemeter.demo.signing;

import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.account.Refusal;
import io.rolemeter.demo.http.Content;

/** What a service learns from the signature of a request. */
public sealed interface Authentication {

    /** Signed by a known principal; {@code content} is the body without the framing of a signature. */
    record Signed(Principal principal, Content content) implements Authentication {}

    /** Not believed: the service answers with its own words for the refusal. */
    record Refused(Refusal refusal) implements Authentication {}
}
