package io.rolemeter.model;

import java.util.Optional;

/**
 * What AWS says when it denies an action: fit to be shown.
 *
 * @param principal the ARN of who asked
 * @param action as AWS writes it, such as {@code s3:GetObject}
 * @param resource what was asked for, mostly an ARN; empty when it is not said
 * @param policyType the kind of policy that allows nothing or denies, such as {@code identity-based policy}; empty when it is
 *     not said
 * @param policyArn the very policy that denies; newer messages have it
 */
public record DeniedAction(
        String principal,
        String action,
        Optional<String> resource,
        Because because,
        Optional<String> policyType,
        Optional<String> policyArn) {
    private static final int REGION = 3;
    private static final int ARN_PARTS = 6;

    /** Why it is denied. */
    public enum Because implements Labelled {
        /** No policy of the kind allows it. */
        NOT_ALLOWED,
        /** A policy of the kind denies it, whatever others allow. */
        EXPLICIT_DENY,
        /** Old messages, and those that cross accounts, do not say. */
        NOT_SAID;

        @Override
        public String label() {
            return Labelled.of(this);
        }
    }

    /** The region in the resource's ARN, which is empty in one that belongs to no region; empty for what is no ARN. */
    public Optional<String> resourceRegion() {
        return resource.filter(text -> text.startsWith("arn:"))
                .map(arn -> arn.split(":", ARN_PARTS))
                .filter(parts -> parts.length == ARN_PARTS)
                .map(parts -> parts[REGION]);
    }
}
