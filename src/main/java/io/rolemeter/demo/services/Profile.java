package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Account;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instance profile as the metadata service sees it: what {@code iam/info} says, and whether a role is listed. */
public enum Profile {
    ATTACHED(true, true) {
        @Override
        Optional<Map<String, Object>> info(Instant updated) {
            return Optional.of(document("Success", null, updated));
        }
    },
    ABSENT(false, false) {
        @Override
        Optional<Map<String, Object>> info(Instant updated) {
            return Optional.empty();
        }
    },
    WITHOUT_ROLE(false, false) {
        @Override
        Optional<Map<String, Object>> info(Instant updated) {
            String message = "Instance Profile does not contain a role. " + DOCUMENTATION;
            return Optional.of(document("Success", message, updated));
        }
    },
    /** Deleted and re-created under its old name, and not associated again: another profile. */
    RECREATED(true, false) {
        @Override
        Optional<Map<String, Object>> info(Instant updated) {
            Map<String, Object> info = document("Success", null, updated);
            info.put("InstanceProfileId", Account.RECREATED_PROFILE_ID);
            return Optional.of(info);
        }
    },
    /** EC2 may not assume the role that is in it: instead of credentials there is a document that says so. */
    TRUST_DENIED(true, true) {
        @Override
        Optional<Map<String, Object>> info(Instant updated) {
            return Optional.of(document("Success", null, updated));
        }
    },
    /** Deleted in IAM while attached: the role is listed until its last session ends. */
    DELETED(true, false) {
        @Override
        Optional<Map<String, Object>> info(Instant updated) {
            String message = "Instance Profile with Id " + Account.PROFILE_ID + " cannot be found.  " + DOCUMENTATION;
            Map<String, Object> info = document("InstanceProfileNotFound", message, updated);
            info.remove("InstanceProfileArn");
            info.remove("InstanceProfileId");
            return Optional.of(info);
        }
    };

    private static final String DOCUMENTATION = "Please see documentation at"
            + " https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html"
            + "#troubleshoot_iam-ec2_errors-info-doc.";

    final boolean listsRole;
    final boolean listsRoleAfterExpiry;

    Profile(boolean listsRole, boolean listsRoleAfterExpiry) {
        this.listsRole = listsRole;
        this.listsRoleAfterExpiry = listsRoleAfterExpiry;
    }

    /** The {@code iam/info} document; empty when the path is not there. */
    abstract Optional<Map<String, Object>> info(Instant updated);

    private static Map<String, Object> document(String code, @Nullable String message, Instant updated) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Code", code);
        if (message != null) {
            document.put("Message", message);
        }
        document.put("LastUpdated", updated.toString());
        document.put("InstanceProfileArn", Account.PROFILE_ARN);
        document.put("InstanceProfileId", Account.PROFILE_ID);
        return document;
    }
}
