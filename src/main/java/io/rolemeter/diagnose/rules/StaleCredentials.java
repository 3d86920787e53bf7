package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Command;
import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.Times;
import io.rolemeter.model.WatchedLog;
import io.rolemeter.model.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A program writes that its token has expired, at a time at which the metadata service had fresh credentials for it. */
public final class StaleCredentials implements Rule {
    /** An error that is older than this may well be over. */
    private static final Duration RECENT = Duration.ofHours(1);

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        Optional<RoleSession> fresh = KeysShadowRole.session(facts)
                .filter(session -> session.expiresAt().isAfter(now));
        if (fresh.isEmpty()) {
            return List.of();
        }
        Map<String, List<WatchedLog>> bySubject = LogEvidence.logs(facts).stream()
                .filter(log -> log.errors(LogError.EXPIRED_TOKEN)
                        .map(LoggedErrors::last)
                        .filter(last -> last.isAfter(fresh.get().issuedAt())
                                && last.plus(RECENT).isAfter(now))
                        .isPresent())
                .collect(Collectors.groupingBy(LogEvidence::subject, LinkedHashMap::new, Collectors.toList()));
        return bySubject.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue(), fresh.get(), facts, now))
                .toList();
    }

    private static Finding finding(String subject, List<WatchedLog> logs, RoleSession fresh, Facts facts, Instant now) {
        Draft draft = Draft.warning(FindingCode.APP_HOLDS_STALE_CREDENTIALS, subject);
        logs.forEach(log -> draft.because(
                log.errors(LogError.EXPIRED_TOKEN).map(logged -> LogEvidence.sentence(log, logged, now))));
        draft.because("the metadata service has had fresh credentials of role " + fresh.role() + " since "
                + Times.moment(fresh.issuedAt()) + ", valid until " + Times.when(fresh.expiresAt(), now));
        Optional<Workload> elsewhere = LogEvidence.workload(subject, facts).filter(StaleCredentials::isElsewhere);
        elsewhere.ifPresent(workload -> draft.because(
                "its SDK (" + workload.sdk().label() + ") takes its credentials from " + source(workload)));
        if (elsewhere.isPresent()) {
            draft.remedy("Remove the expired credentials from " + Command.spoken(source(elsewhere.get()))
                    + ": nobody renews them there, and the role takes over.");
        }
        return draft.remedy(Keys.restartForRole(subject))
                .remedy(
                        "So that it does not come back: let the SDK fetch and renew credentials by its default chain, one client"
                                + " for the life of the process, and keep no copy of credentials that were read once.")
                .at(now);
    }

    private static boolean isElsewhere(Workload workload) {
        CredentialSource source = workload.credential().source();
        return source != CredentialSource.INSTANCE_ROLE
                && source != CredentialSource.UNKNOWN
                && source != CredentialSource.NONE;
    }

    private static String source(Workload workload) {
        return workload.credential()
                .origin()
                .orElse("its " + workload.credential().source().label());
    }
}
