package io.rolemeter.publish.metrics;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.Severity;
import io.rolemeter.model.Status;
import java.util.stream.Stream;

/**
 * What the facts mean.
 *
 * <pre>
 * rolemeter_finding{code="keys_shadow_role",severity="critical",} 1.0
 * rolemeter_keys_safe_to_delete 0.0
 * rolemeter_migration_phase{phase="role_shadowed",} 1.0
 * rolemeter_status{status="critical",} 1.0
 * </pre>
 */
final class VerdictFamilies {
    private VerdictFamilies() {}

    static Stream<Family> of(Diagnosis diagnosis) {
        return Stream.of(
                findings(diagnosis),
                Family.gauge("status", "The verdict over all findings: exactly one status is 1.", "status")
                        .addStates(Status.values(), diagnosis.status()),
                Family.gauge(
                                "migration_phase",
                                "How far this host is on its way from keys to a role: exactly one phase is 1.",
                                "phase")
                        .addStates(
                                MigrationPhase.values(), diagnosis.migration().phase()),
                Family.gauge(
                                "keys_safe_to_delete",
                                "1 when nothing on this host uses, or would fall back to, a static key; else 0.")
                        .add(diagnosis.migration().keysSafeToDelete()));
    }

    private static Family findings(Diagnosis diagnosis) {
        Family family = Family.gauge(
                "finding",
                "1 while something of this code and severity is wrong with the host; else 0.",
                "code",
                "severity");
        for (FindingCode code : FindingCode.values()) {
            for (Severity severity : code.severities()) {
                boolean found = diagnosis.findings().stream()
                        .anyMatch(finding -> finding.code() == code && finding.severity() == severity);
                family.add(found, code.label(), severity.label());
            }
        }
        return family;
    }
}
