package io.rolemeter.collect.keys.corpus;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** What only resembles a key: each is written where a key would be. */
enum NearMiss {
    ONLY_AN_ID(id -> id, secret -> ""),
    A_REFERENCE(id -> id, secret -> "${AWS_SECRET_ACCESS_KEY}"),
    A_PLACEHOLDER(id -> id, secret -> "<your-secret>"),
    A_HASH(id -> id.substring(0, 19), secret -> "3f786850e387550fdab836ed7e6dc881de23001b"),
    AWS_EXAMPLE(id -> "AKIAIOSFODNN7EXAMPLE", secret -> "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    AWS_EXAMPLE_OF_A_SESSION(id -> "ASIAIOSFODNN7EXAMPLE", secret -> secret),
    NINETEEN(id -> id.substring(0, 19), secret -> secret),
    TWENTY_ONE(id -> id + "7", secret -> secret),
    OTHER_ALPHABET(id -> id.substring(0, 18) + "10", secret -> secret),
    LOWER_CASE(id -> id.toLowerCase(Locale.ROOT), secret -> secret),
    A_USER(id -> "AIDA" + id.substring(4), secret -> secret),
    A_ROLE(id -> "AROA" + id.substring(4), secret -> secret),
    A_PROFILE(id -> "AIPA" + id.substring(4), secret -> secret),
    A_PATTERN(id -> "AKIAXXXXXXXXXXXXXXXX", secret -> secret),
    IN_BASE64(id -> "3Q" + id + "x9Zk", secret -> secret + secret),
    A_SHORT_BEARER(id -> "ABSK" + id, secret -> secret);

    private final UnaryOperator<String> id;
    private final UnaryOperator<String> secret;

    NearMiss(UnaryOperator<String> id, UnaryOperator<String> secret) {
        this.id = id;
        this.secret = secret;
    }

    String id(String real) {
        return id.apply(real);
    }

    String secret(String real) {
        return secret.apply(real);
    }
}
