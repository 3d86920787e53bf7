package io.rolemeter.model;

import static io.rolemeter.model.Severity.CRITICAL;
import static io.rolemeter.model.Severity.WARNING;

import java.util.List;

/** Everything that can be wrong, with the severities it can have. Codes are part of the contract. */
public enum FindingCode implements Labelled {
    CALLER_IS_IAM_USER(CRITICAL),
    CALLER_IS_ROOT(CRITICAL),
    KEYS_SHADOW_ROLE(CRITICAL),
    DEAD_KEY_SHADOWS_ROLE(CRITICAL),
    STATIC_KEY_LIVE(CRITICAL),
    STATIC_KEY_AT_REST(WARNING),
    STATIC_KEY_COMMENTED(WARNING),
    STATIC_KEY_IN_BACKUP(WARNING),
    TEMPORARY_KEY_PASTED(WARNING),
    NO_INSTANCE_PROFILE(CRITICAL),
    PROFILE_WITHOUT_ROLE(CRITICAL),
    PROFILE_NOT_FOUND(CRITICAL),
    TRUST_POLICY_DENIES_EC2(CRITICAL),
    PROFILE_DELETED_COUNTDOWN(CRITICAL),
    CREDENTIALS_EXPIRING(WARNING, CRITICAL),
    CREDENTIALS_EXPIRED(CRITICAL),
    CREDENTIALS_EXPIRED_BUT_ACCEPTED(WARNING),
    ROTATION_OVERDUE(WARNING),
    SESSION_REVOKED(CRITICAL),
    APP_HOLDS_STALE_CREDENTIALS(WARNING),
    WRONG_ROLE(CRITICAL),
    WRONG_ACCOUNT(CRITICAL),
    SESSION_IS_NOT_THIS_INSTANCE(CRITICAL),
    PROBE_FAILED(CRITICAL),
    PROBE_NOT_DENIED(CRITICAL),
    CROSS_REGION_INFERENCE_DENIED(CRITICAL),
    IMDS_UNREACHABLE(CRITICAL),
    IMDS_DISABLED(CRITICAL),
    IMDS_THROTTLED(WARNING),
    IMDS_HOP_LIMIT(CRITICAL),
    IMDS_V1_ENABLED(WARNING),
    CLOCK_SKEWED(WARNING, CRITICAL),
    PM2_CACHED_ENVIRONMENT(CRITICAL),
    BLIND(WARNING);

    private final List<Severity> severities;

    FindingCode(Severity... severities) {
        this.severities = List.of(severities);
    }

    /** The severities that a finding of this code can have; the least first. */
    public List<Severity> severities() {
        return severities;
    }

    @Override
    public String label() {
        return Labelled.of(this);
    }
}
