package io.rolemeter.publish.report;

import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.publish.HostText;

/** What a finding is called by a person. */
public final class FindingWords {
    private static final int MAX_HEADLINE = 600;

    private FindingWords() {}

    /** One line: what is wrong, and the first piece of evidence. */
    public static String headline(Finding finding) {
        String particulars = finding.evidence().stream().findFirst().orElse(finding.subject());
        return HostText.line(of(finding.code()) + ": " + particulars, MAX_HEADLINE);
    }

    /** A clause of few words, such as {@code a static key shadows the role}. */
    public static String of(FindingCode code) {
        return switch (code) {
            case CALLER_IS_IAM_USER -> "the caller is an IAM user";
            case CALLER_IS_ROOT -> "the caller is the root user of the account";
            case KEYS_SHADOW_ROLE -> "a static key shadows the role";
            case DEAD_KEY_SHADOWS_ROLE -> "a key that AWS refuses shadows the role";
            case STATIC_KEY_LIVE -> "a static key is in use";
            case STATIC_KEY_AT_REST -> "a static key lies on the disk";
            case STATIC_KEY_COMMENTED -> "a static key is commented out but still there";
            case STATIC_KEY_IN_BACKUP -> "a static key lies in a backup copy";
            case TEMPORARY_KEY_PASTED -> "a temporary key was pasted";
            case NO_INSTANCE_PROFILE -> "no instance profile is attached";
            case PROFILE_WITHOUT_ROLE -> "the instance profile contains no role";
            case PROFILE_NOT_FOUND -> "the instance profile no longer exists";
            case TRUST_POLICY_DENIES_EC2 -> "EC2 may not assume the role";
            case PROFILE_DELETED_COUNTDOWN -> "the credentials will not be renewed";
            case CREDENTIALS_EXPIRING -> "the credentials are about to expire";
            case CREDENTIALS_EXPIRED -> "the credentials have expired";
            case CREDENTIALS_EXPIRED_BUT_ACCEPTED -> "the credentials have expired but AWS still accepts them";
            case ROTATION_OVERDUE -> "new credentials are overdue";
            case SESSION_REVOKED -> "the sessions of the role were revoked";
            case APP_HOLDS_STALE_CREDENTIALS -> "a program holds on to expired credentials";
            case WRONG_ROLE -> "the role is not the expected one";
            case WRONG_ACCOUNT -> "the account is not the expected one";
            case SESSION_IS_NOT_THIS_INSTANCE -> "the session belongs to another instance";
            case PROBE_FAILED -> "a probe failed";
            case PROBE_NOT_DENIED -> "what must be denied was allowed";
            case CROSS_REGION_INFERENCE_DENIED -> "inference in another region is denied";
            case IMDS_UNREACHABLE -> "the metadata service does not answer";
            case IMDS_DISABLED -> "the metadata service is switched off";
            case IMDS_THROTTLED -> "the metadata service throttles this instance";
            case IMDS_HOP_LIMIT -> "the hop limit of the metadata service is too small";
            case IMDS_V1_ENABLED -> "the metadata service answers without a token";
            case CLOCK_SKEWED -> "the clock is wrong";
            case PM2_CACHED_ENVIRONMENT -> "PM2 still holds a key that is gone from the files";
            case BLIND -> "something could not be looked at";
        };
    }
}
