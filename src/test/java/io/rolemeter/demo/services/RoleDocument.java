package io.rolemeter.demo.services;

import java.time.Instant;

/** What a test reads from the credential document of the role. */
record RoleDocument(String keyId, String secret, String token, Instant updated, Instant expires) {}
