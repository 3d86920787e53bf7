package io.rolemeter.demo.account;

/** Why a service does not believe a request's signature; every service has its own words for each. */
public enum Refusal {
    UNSIGNED,
    /** No such key, an inactive one, or a temporary one without its token. */
    UNKNOWN_KEY,
    MALFORMED_TOKEN,
    EXPIRED_SESSION,
    WRONG_SIGNATURE,
    SKEWED_CLOCK
}
