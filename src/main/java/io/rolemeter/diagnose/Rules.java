package io.rolemeter.diagnose;

import io.rolemeter.diagnose.rules.Blind;
import io.rolemeter.diagnose.rules.CallerKinds;
import io.rolemeter.diagnose.rules.ClockSkewed;
import io.rolemeter.diagnose.rules.CredentialsExpiry;
import io.rolemeter.diagnose.rules.CrossRegionInference;
import io.rolemeter.diagnose.rules.DeadKeyShadowsRole;
import io.rolemeter.diagnose.rules.ImdsHealth;
import io.rolemeter.diagnose.rules.ImdsV1Enabled;
import io.rolemeter.diagnose.rules.KeysShadowRole;
import io.rolemeter.diagnose.rules.Pm2CachedEnvironment;
import io.rolemeter.diagnose.rules.Probes;
import io.rolemeter.diagnose.rules.ProfileDeleted;
import io.rolemeter.diagnose.rules.RoleMissing;
import io.rolemeter.diagnose.rules.RotationOverdue;
import io.rolemeter.diagnose.rules.SessionRevoked;
import io.rolemeter.diagnose.rules.StaleCredentials;
import io.rolemeter.diagnose.rules.StaticKeys;
import io.rolemeter.diagnose.rules.TemporaryKeys;
import io.rolemeter.diagnose.rules.UnexpectedCaller;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Severity;
import io.rolemeter.model.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The list of rules, and the diagnosis that they make together. */
public final class Rules {
    /** In the order in which findings of the same weight are shown: causes before what follows from them. */
    private static final List<Rule> ALL = List.of(
            new ImdsHealth(),
            new RoleMissing(),
            new ProfileDeleted(),
            new CredentialsExpiry(),
            new RotationOverdue(),
            new Pm2CachedEnvironment(),
            new DeadKeyShadowsRole(),
            new KeysShadowRole(),
            new CallerKinds(),
            new UnexpectedCaller(),
            new StaticKeys(),
            new TemporaryKeys(),
            new StaleCredentials(),
            new SessionRevoked(),
            new CrossRegionInference(),
            new Probes(),
            new ClockSkewed(),
            new ImdsV1Enabled(),
            new Blind());

    private Rules() {}

    /** Pure: the same facts at the same moment give the same diagnosis. Every finding is new; see {@link Continuation}. */
    public static Diagnosis diagnose(Facts facts, Instant now) {
        List<Finding> found = ALL.stream()
                .flatMap(rule -> rule.findings(facts, now).stream())
                .map(finding -> Sightings.dated(finding, facts))
                .toList();
        List<Finding> linked = Causes.link(found, facts).stream()
                .sorted(Comparator.comparing((Finding finding) -> finding.severity() != Severity.CRITICAL)
                        .thenComparing(finding -> finding.causedBy().isPresent()))
                .toList();
        return new Diagnosis(now, facts, linked, status(linked, facts), Phases.of(facts, now));
    }

    private static Status status(List<Finding> findings, Facts facts) {
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.CRITICAL)) {
            return Status.CRITICAL;
        }
        if (facts.role().map(role -> role.state() == RoleState.UNKNOWN).orElse(true)) {
            return Status.UNKNOWN;
        }
        return findings.isEmpty() ? Status.OK : Status.WARNING;
    }
}
