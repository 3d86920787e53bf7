package io.rolemeter.diagnose;

import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.Times;
import java.time.Instant;
import java.util.Optional;

/** When the facts were seen that a finding rests on; probes and what is blind tell it themselves. */
final class Sightings {
    private Sightings() {}

    static Finding dated(Finding finding, Facts facts) {
        return seen(finding, facts)
                .map(at -> finding.andBecause("seen at " + Times.moment(at)))
                .orElse(finding);
    }

    private static Optional<Instant> seen(Finding finding, Facts facts) {
        return switch (finding.code()) {
            case CALLER_IS_IAM_USER,
                    CALLER_IS_ROOT,
                    WRONG_ROLE,
                    WRONG_ACCOUNT,
                    SESSION_IS_NOT_THIS_INSTANCE,
                    CLOCK_SKEWED -> facts.callers().map(CallersFact::collectedAt);
            case STATIC_KEY_LIVE,
                    STATIC_KEY_AT_REST,
                    STATIC_KEY_COMMENTED,
                    STATIC_KEY_IN_BACKUP,
                    TEMPORARY_KEY_PASTED,
                    PM2_CACHED_ENVIRONMENT,
                    KEYS_SHADOW_ROLE -> facts.keys().map(KeysFact::collectedAt);
            case NO_INSTANCE_PROFILE,
                    PROFILE_WITHOUT_ROLE,
                    PROFILE_NOT_FOUND,
                    TRUST_POLICY_DENIES_EC2,
                    PROFILE_DELETED_COUNTDOWN,
                    CREDENTIALS_EXPIRING,
                    CREDENTIALS_EXPIRED,
                    CREDENTIALS_EXPIRED_BUT_ACCEPTED,
                    ROTATION_OVERDUE,
                    IMDS_UNREACHABLE,
                    IMDS_DISABLED,
                    IMDS_THROTTLED,
                    IMDS_HOP_LIMIT,
                    IMDS_V1_ENABLED -> facts.role().map(RoleFact::collectedAt);
            default -> Optional.empty();
        };
    }
}
