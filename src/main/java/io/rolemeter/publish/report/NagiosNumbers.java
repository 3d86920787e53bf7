package io.rolemeter.publish.report;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbesFact;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.Severity;
import io.rolemeter.model.WorkloadsFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The performance data of the Nagios format: {@code 'label'=value[unit];warning;critical;least}. The labels are always the same, and a
 * value that is not known is {@code U}, because some graphers break when their number changes.
 */
final class NagiosNumbers {
    private static final String UNKNOWN = "U";

    private NagiosNumbers() {}

    /** In one line. */
    static String write(Diagnosis diagnosis) {
        Optional<KeysFact> keys = diagnosis.facts().keys();
        List<String> numbers = new ArrayList<>();
        numbers.add(expires(diagnosis));
        for (Severity severity : Severity.values()) {
            numbers.add(count(
                    "findings_" + severity.label(),
                    Optional.of(diagnosis.findings().stream()
                            .filter(finding -> finding.severity() == severity)
                            .count())));
        }
        for (Exposure exposure : Exposure.values()) {
            numbers.add(count("static_keys_" + exposure.label(), keys.map(fact -> staticKeys(fact, exposure))));
        }
        numbers.add(count("temporary_keys", keys.map(NagiosNumbers::temporaryKeys)));
        numbers.add(count("unreadable", keys.map(fact -> (long) fact.unreadable())));
        numbers.add(count(
                "workloads_on_static_keys", diagnosis.facts().workloads().map(NagiosNumbers::workloadsOnStaticKeys)));
        numbers.add(count("probes_failed", diagnosis.facts().probes().map(NagiosNumbers::failedProbes)));
        return String.join(" ", numbers);
    }

    /** Seconds until the credentials end; below zero when they have. */
    private static String expires(Diagnosis diagnosis) {
        Expectations expected = diagnosis.facts().expectations();
        String left = diagnosis
                .facts()
                .role()
                .flatMap(RoleFact::session)
                .map(RoleSession::expiresAt)
                .map(end -> Duration.between(diagnosis.at(), end).toSeconds() + "s")
                .orElse(UNKNOWN);
        return "'expires'=" + left + ";" + expected.expiryWarning().toSeconds() + ":;"
                + expected.expiryCritical().toSeconds() + ":";
    }

    private static String count(String label, Optional<Long> value) {
        return "'" + label + "'=" + value.map(String::valueOf).orElse(UNKNOWN) + ";;;0";
    }

    private static long staticKeys(KeysFact fact, Exposure exposure) {
        return fact.keys().stream()
                .filter(key -> key.keyId().kind().isStatic() && key.exposure() == exposure)
                .count();
    }

    private static long temporaryKeys(KeysFact fact) {
        return fact.keys().stream().filter(FoundKey::isPasted).count();
    }

    private static long workloadsOnStaticKeys(WorkloadsFact fact) {
        return fact.workloads().stream()
                .filter(workload -> workload.credential().needsStaticKey())
                .count();
    }

    private static long failedProbes(ProbesFact fact) {
        return fact.probes().stream()
                .filter(probe -> probe.last()
                        .filter(run -> run.outcome() == ProbeRun.Outcome.FAILED)
                        .isPresent())
                .count();
    }
}
