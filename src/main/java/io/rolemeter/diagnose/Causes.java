package io.rolemeter.diagnose;

import static io.rolemeter.model.FindingCode.APP_HOLDS_STALE_CREDENTIALS;
import static io.rolemeter.model.FindingCode.BLIND;
import static io.rolemeter.model.FindingCode.CALLER_IS_IAM_USER;
import static io.rolemeter.model.FindingCode.CLOCK_SKEWED;
import static io.rolemeter.model.FindingCode.CREDENTIALS_EXPIRED;
import static io.rolemeter.model.FindingCode.CREDENTIALS_EXPIRED_BUT_ACCEPTED;
import static io.rolemeter.model.FindingCode.CREDENTIALS_EXPIRING;
import static io.rolemeter.model.FindingCode.CROSS_REGION_INFERENCE_DENIED;
import static io.rolemeter.model.FindingCode.DEAD_KEY_SHADOWS_ROLE;
import static io.rolemeter.model.FindingCode.IMDS_DISABLED;
import static io.rolemeter.model.FindingCode.IMDS_HOP_LIMIT;
import static io.rolemeter.model.FindingCode.IMDS_UNREACHABLE;
import static io.rolemeter.model.FindingCode.KEYS_SHADOW_ROLE;
import static io.rolemeter.model.FindingCode.NO_INSTANCE_PROFILE;
import static io.rolemeter.model.FindingCode.PROBE_FAILED;
import static io.rolemeter.model.FindingCode.PROFILE_DELETED_COUNTDOWN;
import static io.rolemeter.model.FindingCode.PROFILE_NOT_FOUND;
import static io.rolemeter.model.FindingCode.PROFILE_WITHOUT_ROLE;
import static io.rolemeter.model.FindingCode.SESSION_REVOKED;
import static io.rolemeter.model.FindingCode.STATIC_KEY_LIVE;
import static io.rolemeter.model.FindingCode.TEMPORARY_KEY_PASTED;
import static io.rolemeter.model.FindingCode.TRUST_POLICY_DENIES_EC2;
import static io.rolemeter.model.FindingCode.WRONG_ACCOUNT;

import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Place;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbesFact;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which finding goes away with which other: a reader should mend the first, not the list. */
final class Causes {
    private static final List<FindingCode> NO_CREDENTIALS = List.of(
            NO_INSTANCE_PROFILE,
            PROFILE_WITHOUT_ROLE,
            PROFILE_NOT_FOUND,
            TRUST_POLICY_DENIES_EC2,
            IMDS_DISABLED,
            IMDS_HOP_LIMIT,
            IMDS_UNREACHABLE);
    private static final List<FindingCode> NO_RENEWAL = List.of(
            PROFILE_DELETED_COUNTDOWN,
            PROFILE_WITHOUT_ROLE,
            TRUST_POLICY_DENIES_EC2,
            IMDS_DISABLED,
            IMDS_HOP_LIMIT,
            IMDS_UNREACHABLE);
    private static final List<FindingCode> NO_METADATA = List.of(IMDS_DISABLED, IMDS_HOP_LIMIT, IMDS_UNREACHABLE);
    private static final String USER_DATA = "keys:" + Place.USER_DATA.label();
    private static final List<FindingCode> KEY_WINS =
            List.of(DEAD_KEY_SHADOWS_ROLE, KEYS_SHADOW_ROLE, NO_INSTANCE_PROFILE);

    /** For each effect its possible causes, the likeliest first. */
    private static final Map<FindingCode, List<FindingCode>> OF = new EnumMap<>(Map.of(
            CALLER_IS_IAM_USER, KEY_WINS,
            STATIC_KEY_LIVE, KEY_WINS,
            WRONG_ACCOUNT, KEY_WINS,
            CREDENTIALS_EXPIRING, NO_RENEWAL,
            CREDENTIALS_EXPIRED, NO_RENEWAL,
            CREDENTIALS_EXPIRED_BUT_ACCEPTED, NO_RENEWAL,
            KEYS_SHADOW_ROLE, List.of(DEAD_KEY_SHADOWS_ROLE),
            APP_HOLDS_STALE_CREDENTIALS, List.of(TEMPORARY_KEY_PASTED)));

    private static final Map<FailureReason, List<FindingCode>> OF_FAILED_PROBE = new EnumMap<>(Map.of(
            FailureReason.DENIED, List.of(SESSION_REVOKED, CROSS_REGION_INFERENCE_DENIED),
            FailureReason.NO_CREDENTIALS, NO_CREDENTIALS,
            FailureReason.EXPIRED_TOKEN, List.of(CREDENTIALS_EXPIRED, CREDENTIALS_EXPIRED_BUT_ACCEPTED, CLOCK_SKEWED),
            FailureReason.CLOCK_SKEW, List.of(CLOCK_SKEWED)));

    private Causes() {}

    static List<Finding> link(List<Finding> findings, Facts facts) {
        return findings.stream()
                .map(finding -> candidates(finding, facts).stream()
                        .filter(code ->
                                findings.stream().anyMatch(cause -> cause.code() == code && explains(cause, finding)))
                        .findFirst()
                        .map(finding::causedBy)
                        .orElse(finding))
                .toList();
    }

    /** A model that is denied in one region explains its own probe's failure and no other's; so it is with a program's key. */
    private static boolean explains(Finding cause, Finding effect) {
        boolean ofOne = cause.code() == CROSS_REGION_INFERENCE_DENIED
                || effect.code() == KEYS_SHADOW_ROLE
                || effect.code() == APP_HOLDS_STALE_CREDENTIALS;
        return !ofOne || cause.subject().equals(effect.subject());
    }

    private static List<FindingCode> candidates(Finding finding, Facts facts) {
        if (finding.code() == PROBE_FAILED) {
            return reason(finding.subject(), facts)
                    .map(reason -> OF_FAILED_PROBE.getOrDefault(reason, List.of()))
                    .orElse(List.of());
        }
        boolean needsMetadata =
                finding.subject().startsWith("caller:") || finding.subject().equals(USER_DATA);
        if (finding.code() == BLIND && needsMetadata) {
            return NO_METADATA;
        }
        return OF.getOrDefault(finding.code(), List.of());
    }

    private static Optional<FailureReason> reason(String probe, Facts facts) {
        return facts.probes().map(ProbesFact::probes).orElse(List.of()).stream()
                .filter(state -> state.name().equals(probe))
                .flatMap(state -> state.last().stream())
                .flatMap((ProbeRun run) -> run.reason().stream())
                .findFirst();
    }
}
