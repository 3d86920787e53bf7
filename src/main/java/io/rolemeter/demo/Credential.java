package io.rolemeter.demo;

import java.util.Optional;

/** A made-up access key, long-term (no token) or temporary. It cannot print its secret. */
record Credential(String keyId, String secret, Optional<String> token) {

    @Override
    public String toString() {
        return "Credential[…" + keyId.substring(keyId.length() - 4) + "]";
    }
}
