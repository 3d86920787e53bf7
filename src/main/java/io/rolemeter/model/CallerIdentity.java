package io.rolemeter.model;

import java.util.Optional;

/**
 * A principal, as {@code GetCallerIdentity} names it.
 *
 * @param principal name of the user or role, without path; the account id for the root user
 * @param session of an assumed role or federated user; the instance id for the role of an instance
 */
public record CallerIdentity(
        String arn, String accountId, CallerKind kind, String principal, Optional<String> session) {
    /** Reads {@code arn:PARTITION:SERVICE::ACCOUNT:RESOURCE}; what has another shape is of kind {@code other}. */
    public static CallerIdentity of(String arn, String accountId) {
        String[] parts = arn.split(":", 6);
        String resource = parts.length == 6 ? parts[5] : "";
        String[] path = resource.split("/", -1);
        String last = path[path.length - 1];
        if (resource.equals("root")) {
            return new CallerIdentity(arn, accountId, CallerKind.ROOT, accountId, Optional.empty());
        }
        if (resource.startsWith("user/")) {
            return new CallerIdentity(arn, accountId, CallerKind.IAM_USER, last, Optional.empty());
        }
        if (resource.startsWith("assumed-role/") && path.length == 3) {
            return new CallerIdentity(arn, accountId, CallerKind.ASSUMED_ROLE, path[1], Optional.of(path[2]));
        }
        if (resource.startsWith("federated-user/")) {
            return new CallerIdentity(arn, accountId, CallerKind.FEDERATED_USER, last, Optional.of(last));
        }
        return new CallerIdentity(arn, accountId, CallerKind.OTHER, last, Optional.empty());
    }
}
