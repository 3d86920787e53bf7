package io.rolemeter.collect.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.aws.ImdsAnswer;
import io.rolemeter.aws.ImdsClient;
import io.rolemeter.json.Json;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.SafeText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks the metadata service for the documents that tell about the role. */
final class RoleReader {
    private static final String ROLES = "/latest/meta-data/iam/security-credentials/";
    /** The characters and the length that IAM allows in the name of a role. */
    private static final Pattern ROLE_NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

    private static final Pattern PARTITION = Pattern.compile("aws[a-z-]{0,20}");

    private final ImdsClient imds;

    RoleReader(ImdsClient imds) {
        this.imds = imds;
    }

    RoleReading read() {
        try {
            return new RoleReading.Documents(
                    document("/latest/meta-data/iam/info").map(ProfileDocument::of), credentials());
        } catch (Unanswered e) {
            return new RoleReading.Failed(e.failure);
        }
    }

    /** Empty when the service does not tell now. */
    Optional<InstanceIdentity> identity() {
        try {
            String partition = text("/latest/meta-data/services/partition")
                    .map(String::strip)
                    .filter(PARTITION.asMatchPredicate())
                    .orElse("aws");
            return document("/latest/dynamic/instance-identity/document")
                    .filter(json -> json.path("instanceId").isTextual())
                    .map(json -> new InstanceIdentity(
                            SafeText.of(json.path("instanceId").asText()),
                            SafeText.of(json.path("accountId").asText()),
                            SafeText.of(json.path("region").asText()),
                            SafeText.of(json.path("availabilityZone").asText()),
                            partition));
        } catch (Unanswered e) {
            return Optional.empty();
        }
    }

    private Optional<CredentialDocument> credentials() throws Unanswered {
        Optional<String> listed = text(ROLES).map(String::strip);
        if (listed.isEmpty() || listed.get().isEmpty()) {
            return Optional.empty();
        }
        String role = listed.get().lines().findFirst().orElse("").strip();
        if (!ROLE_NAME.matcher(role).matches()) {
            throw malformed(ROLES, "the name of a role");
        }
        return document(ROLES + role).map(json -> new CredentialDocument(role, json));
    }

    private Optional<JsonNode> document(String path) throws Unanswered {
        Optional<String> text = text(path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonNode> json = Json.read(text.get()).filter(JsonNode::isObject);
        if (json.isEmpty()) {
            throw malformed(path, "a JSON document");
        }
        return json;
    }

    private Optional<String> text(String path) throws Unanswered {
        ImdsAnswer answer = imds.get(path);
        if (answer instanceof ImdsAnswer.Found found) {
            return Optional.of(found.text());
        }
        ImdsAnswer.Failed failed = (ImdsAnswer.Failed) answer;
        if (failed.failure() == ImdsFailure.NOT_FOUND && !failed.tokenRequest()) {
            return Optional.empty();
        }
        throw new Unanswered(failed);
    }

    private static Unanswered malformed(String path, String expected) {
        return new Unanswered(new ImdsAnswer.Failed(
                ImdsFailure.MALFORMED, "GET " + path + " was answered with something else than " + expected, false));
    }

    /** Ends a reading at the first question that the service does not answer. */
    private static final class Unanswered extends Exception {
        private final transient ImdsAnswer.Failed failure;

        Unanswered(ImdsAnswer.Failed failure) {
            super(failure.detail());
            this.failure = failure;
        }
    }
}
