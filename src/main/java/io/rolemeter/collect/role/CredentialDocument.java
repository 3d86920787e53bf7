package io.rolemeter.collect.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.aws.RoleCredentials;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.Times;
import java.time.Instant;
import java.util.Optional;

/** {@code iam/security-credentials/ROLE}: credentials, or with HTTP 200 as well, why there are none. Does not print itself. */
final class CredentialDocument {
    private final String role;
    private final JsonNode document;

    CredentialDocument(String role, JsonNode document) {
        this.role = role;
        this.document = document;
    }

    String role() {
        return role;
    }

    String code() {
        return SafeText.of(text("Code"));
    }

    String message() {
        return SafeText.of(text("Message"));
    }

    boolean success() {
        return text("Code").equalsIgnoreCase("Success");
    }

    /** Empty when a field that a client needs is missing or makes no sense. */
    Optional<RoleSession> session() {
        Optional<KeyId> keyId = KeyId.of(text("AccessKeyId"));
        Optional<Instant> issued = time("LastUpdated");
        Optional<Instant> expires = time("Expiration");
        boolean whole = keyId.isPresent()
                && issued.isPresent()
                && expires.isPresent()
                && !text("SecretAccessKey").isEmpty()
                && !text("Token").isEmpty();
        return whole ? Optional.of(new RoleSession(role, keyId.get(), issued.get(), expires.get())) : Optional.empty();
    }

    void giveTo(RoleCredentials credentials, Instant expiresAt) {
        credentials.hold(text("AccessKeyId"), text("SecretAccessKey"), text("Token"), expiresAt);
    }

    private String text(String field) {
        return document.path(field).asText("");
    }

    private Optional<Instant> time(String field) {
        return Times.read(text(field));
    }

    @Override
    public String toString() {
        return "CredentialDocument[" + role + "]";
    }
}
