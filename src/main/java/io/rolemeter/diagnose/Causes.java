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
import static io.rolemeter.model.FindingCode.IMDS_THROTTLED;
import static io.rolemeter.model.FindingCode.IMDS_UNREACHABLE;
import static io.rolemeter.model.FindingCode.KEYS_SHADOW_ROLE;
import static io.rolemeter.model.FindingCode.NO_INSTANCE_PROFILE;
import static io.rolemeter.model.FindingCode.PM2_CACHED_ENVIRONMENT;
import static io.rolemeter.model.FindingCode.PROBE_FAILED;
import static io.rolemeter.model.FindingCode.PROFILE_DELETED_COUNTDOWN;
import static io.rolemeter.model.FindingCode.PROFILE_NOT_FOUND;
import static io.rolemeter.model.FindingCode.PROFILE_WITHOUT_ROLE;
import static io.rolemeter.model.FindingCode.ROTATION_OVERDUE;
import static io.rolemeter.model.FindingCode.SESSION_IS_NOT_THIS_INSTANCE;
import static io.rolemeter.model.FindingCode.SESSION_REVOKED;
import static io.rolemeter.model.FindingCode.STATIC_KEY_LIVE;
import static io.rolemeter.model.FindingCode.TEMPORARY_KEY_PASTED;
import static io.rolemeter.model.FindingCode.TRUST_POLICY_DENIES_EC2;
import static io.rolemeter.model.FindingCode.WRONG_ACCOUNT;
import static io.rolemeter.model.FindingCode.WRONG_ROLE;

import io.rolemeter.diagnose.rules.FindingKeys;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Place;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbesFact;
import java.util.Collections;
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
            IMDS_UNREACHABLE,
            IMDS_THROTTLED);
    private static final List<FindingCode> NO_RENEWAL = List.of(
            PROFILE_DELETED_COUNTDOWN,
            NO_INSTANCE_PROFILE,
            PROFILE_NOT_FOUND,
            PROFILE_WITHOUT_ROLE,
            TRUST_POLICY_DENIES_EC2,
            IMDS_DISABLED,
            IMDS_HOP_LIMIT,
            IMDS_UNREACHABLE);
    private static final List<FindingCode> NO_METADATA =
            List.of(IMDS_DISABLED, IMDS_HOP_LIMIT, IMDS_UNREACHABLE, IMDS_THROTTLED);
    private static final String DEFAULT_CHAIN = CallerSubject.DEFAULT_CHAIN.label();
    private static final String USER_DATA = "keys:" + Place.USER_DATA.label();
    /** For each effect its possible causes, the likeliest first. */
    private static final Map<FindingCode, List<FindingCode>> OF = new EnumMap<>(Map.ofEntries(
            Map.entry(CALLER_IS_IAM_USER, List.of(KEYS_SHADOW_ROLE, STATIC_KEY_LIVE)),
            Map.entry(STATIC_KEY_LIVE, List.of(DEAD_KEY_SHADOWS_ROLE, KEYS_SHADOW_ROLE)),
            Map.entry(KEYS_SHADOW_ROLE, List.of(PM2_CACHED_ENVIRONMENT, DEAD_KEY_SHADOWS_ROLE, KEYS_SHADOW_ROLE)),
            Map.entry(DEAD_KEY_SHADOWS_ROLE, List.of(PM2_CACHED_ENVIRONMENT)),
            Map.entry(WRONG_ROLE, List.of(SESSION_IS_NOT_THIS_INSTANCE, WRONG_ROLE)),
            Map.entry(WRONG_ACCOUNT, List.of(KEYS_SHADOW_ROLE, SESSION_IS_NOT_THIS_INSTANCE, WRONG_ACCOUNT)),
            Map.entry(ROTATION_OVERDUE, List.of(PROFILE_DELETED_COUNTDOWN, CREDENTIALS_EXPIRING)),
            Map.entry(CREDENTIALS_EXPIRING, NO_RENEWAL),
            Map.entry(CREDENTIALS_EXPIRED, NO_RENEWAL),
            Map.entry(CREDENTIALS_EXPIRED_BUT_ACCEPTED, NO_RENEWAL),
            Map.entry(APP_HOLDS_STALE_CREDENTIALS, List.of(TEMPORARY_KEY_PASTED))));

    private static final Map<FailureReason, List<FindingCode>> OF_FAILED_PROBE = new EnumMap<>(Map.of(
            FailureReason.DENIED, List.of(SESSION_REVOKED, CROSS_REGION_INFERENCE_DENIED),
            FailureReason.NO_CREDENTIALS, NO_CREDENTIALS,
            FailureReason.EXPIRED_TOKEN, List.of(CREDENTIALS_EXPIRED, CREDENTIALS_EXPIRED_BUT_ACCEPTED, CLOCK_SKEWED),
            FailureReason.CLOCK_SKEW, List.of(CLOCK_SKEWED)));

    private Causes() {}

    static List<Finding> link(List<Finding> findings, Facts facts) {
        return findings.stream()
                .map(finding -> candidates(finding, facts).stream()
                        .flatMap(code -> findings.stream().filter(cause -> cause.code() == code))
                        .filter(cause -> explains(cause, finding, facts))
                        .findFirst()
                        .map(finding::causedBy)
                        .orElse(finding))
                .toList();
    }

    /** A key explains nothing but what comes of the same key, and a program or caller nothing but itself. */
    private static boolean explains(Finding cause, Finding effect, Facts facts) {
        boolean same = cause.subject().equals(effect.subject());
        return switch (effect.code()) {
            case STATIC_KEY_LIVE -> sameKey(cause, effect, facts);
            case CALLER_IS_IAM_USER -> same || (cause.code() == STATIC_KEY_LIVE && sameKey(cause, effect, facts));
            case KEYS_SHADOW_ROLE ->
                cause.code() == effect.code() ? isFileOf(cause, effect, facts) : same || isFileOf(effect, cause, facts);
            case WRONG_ROLE, WRONG_ACCOUNT ->
                cause.code() == KEYS_SHADOW_ROLE ? same : isCallerOf(cause, effect, facts);
            case DEAD_KEY_SHADOWS_ROLE, APP_HOLDS_STALE_CREDENTIALS -> same;
            default -> same || cause.code() != CROSS_REGION_INFERENCE_DENIED;
        };
    }

    private static boolean sameKey(Finding one, Finding other, Facts facts) {
        return !Collections.disjoint(FindingKeys.of(one, facts), FindingKeys.of(other, facts));
    }

    /** Whether one is about the file from which the other, the default chain, takes its key. */
    private static boolean isFileOf(Finding file, Finding chain, Facts facts) {
        return chain.subject().equals(DEFAULT_CHAIN)
                && FindingKeys.ofOwnChain(facts).stream()
                        .anyMatch(key -> key.location().path().equals(file.subject()));
    }

    /** Whether the default chain ends with the credentials of the instance's role, of which the other is. */
    private static boolean isCallerOf(Finding cause, Finding effect, Facts facts) {
        boolean same = cause.subject().equals(effect.subject());
        boolean ofTheRole = cause.subject().equals(CallerSubject.INSTANCE_ROLE.label());
        Optional<CallersFact> callers = facts.callers();
        boolean alike = callers.flatMap(fact -> fact.identity(CallerSubject.INSTANCE_ROLE))
                .equals(callers.flatMap(fact -> fact.identity(CallerSubject.DEFAULT_CHAIN)));
        return same ? cause.code() != effect.code() : ofTheRole && alike;
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
