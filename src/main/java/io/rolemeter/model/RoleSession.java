package io.rolemeter.model;

import java.time.Instant;

/** The life of the credentials that the metadata service hands out, without the credentials. */
public record RoleSession(String role, KeyId keyId, Instant issuedAt, Instant expiresAt) {}
