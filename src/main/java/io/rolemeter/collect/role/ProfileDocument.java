package io.rolemeter.collect.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.SafeText;
import java.util.Optional;

/**
 * {@code iam/info}: which profile is associated. Code {@code Success} does not mean that all is well: the message may say
 * that the profile has no role.
 *
 * @param code {@code Success}, or what is wrong, such as {@code InstanceProfileNotFound}
 * @param profile empty when the document names none
 */
record ProfileDocument(String code, String message, Optional<InstanceProfile> profile) {
    private static final String NO_ROLE = "does not contain a role";

    static ProfileDocument of(JsonNode document) {
        String arn = document.path("InstanceProfileArn").asText("");
        String id = document.path("InstanceProfileId").asText("");
        return new ProfileDocument(
                SafeText.of(document.path("Code").asText("")),
                SafeText.of(document.path("Message").asText("")),
                arn.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new InstanceProfile(SafeText.of(arn), SafeText.of(id), Optional.empty())));
    }

    boolean success() {
        return code.equalsIgnoreCase("Success");
    }

    boolean withoutRole() {
        return success() && message.contains(NO_ROLE);
    }
}
