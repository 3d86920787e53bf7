package io.rolemeter.demo.account;

import java.util.Optional;

/** A made-up access key, long-term (no token) or temporary. It cannot print its secret. */
public record Credential(String keyId, String secret, Optional<String> token) {

    @Override
    public String toString() {
        return "Credential[…" + keyId.substring(keyId.length() - 4) + "]";
    }
}
