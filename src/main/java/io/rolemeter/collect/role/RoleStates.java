package io.rolemeter.collect.role;

import io.rolemeter.aws.ImdsAnswer;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.RoleState;
import java.util.Optional;

/** Decides what a reading says about the role, and says it in a sentence. */
record RoleStates(RoleState state, String detail) {
    static RoleStates of(RoleReading reading) {
        return reading instanceof RoleReading.Documents documents
                ? ofDocuments(documents)
                : ofFailure(((RoleReading.Failed) reading).failure());
    }

    private static RoleStates ofFailure(ImdsAnswer.Failed failed) {
        RoleState state = switch (failed.failure()) {
            case TIMEOUT, REFUSED, UNAVAILABLE -> RoleState.IMDS_UNREACHABLE;
            case FORBIDDEN -> RoleState.IMDS_DISABLED;
            default -> RoleState.UNKNOWN;
        };
        return new RoleStates(state, failed.detail());
    }

    private static RoleStates ofDocuments(RoleReading.Documents documents) {
        Optional<CredentialDocument> credentials = documents.credentials();
        if (documents.profile().isEmpty()) {
            return new RoleStates(
                    RoleState.ABSENT,
                    credentials.isPresent()
                            ? "no instance profile is associated any more, and role "
                                    + credentials.get().role() + " is still listed"
                            : "no instance profile is associated");
        }
        ProfileDocument profile = documents.profile().get();
        if (profile.withoutRole()) {
            return new RoleStates(RoleState.PROFILE_WITHOUT_ROLE, profile.message());
        }
        if (!profile.success()) {
            return ofCode(profile.code(), profile.message());
        }
        if (credentials.isEmpty()) {
            return new RoleStates(RoleState.PROFILE_WITHOUT_ROLE, "the profile is associated, and no role is listed");
        }
        if (!credentials.get().success()) {
            return ofCode(credentials.get().code(), credentials.get().message());
        }
        return credentials.get().session().isPresent()
                ? new RoleStates(RoleState.ATTACHED, "role " + credentials.get().role())
                : new RoleStates(RoleState.UNKNOWN, "the document of the credentials is not whole");
    }

    private static RoleStates ofCode(String code, String message) {
        RoleState state = switch (code) {
            case "InstanceProfileNotFound" -> RoleState.PROFILE_NOT_FOUND;
            case "AssumeRoleUnauthorizedAccess" -> RoleState.TRUST_DENIED;
            default -> RoleState.UNKNOWN;
        };
        return new RoleStates(state, code + ": " + message);
    }

    /** Whether the metadata service failed in a way that an answer to a request without a token would explain. */
    static boolean tokenTimedOut(RoleReading reading) {
        return reading instanceof RoleReading.Failed failed
                && failed.failure().tokenRequest()
                && failed.failure().failure() == ImdsFailure.TIMEOUT;
    }
}
