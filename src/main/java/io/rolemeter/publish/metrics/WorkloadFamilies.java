package io.rolemeter.publish.metrics;

import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs on the host, by the credential that each would use. Of the series that name a workload there are at most
 * {@value #MAX_SERIES}, those with a key first; all are counted in the first family.
 *
 * <pre>
 * rolemeter_workload_credential_info{workload="pm2:api",user="deploy",sdk="javascript_v3",source="environment",key_id="AKIA************3JXF",} 1.0
 * rolemeter_workload_restarts_total{workload="pm2:api",} 2.0
 * rolemeter_workloads{source="environment",} 1.0
 * </pre>
 */
final class WorkloadFamilies {
    static final int MAX_SERIES = 100;
    private static final String WORKLOAD = "workload";
    private static final String SOURCE = "source";

    private WorkloadFamilies() {}

    static Stream<Family> of(Diagnosis diagnosis) {
        return diagnosis.facts().workloads().map(WorkloadFamilies::of).orElse(Stream.of());
    }

    private static Stream<Family> of(WorkloadsFact fact) {
        List<Workload> shown = fact.workloads().stream()
                .sorted(Comparator.comparing(workload -> !workload.credential().needsStaticKey()))
                .limit(MAX_SERIES)
                .toList();
        return Stream.of(counts(fact), credentials(shown), restarts(fact, shown));
    }

    private static Family counts(WorkloadsFact fact) {
        Family counts = Family.gauge(
                "workloads",
                "Running programs that use AWS, by where the credential comes from that wins; absent for none.",
                SOURCE);
        for (CredentialSource source : CredentialSource.values()) {
            long found = fact.workloads().stream()
                    .filter(workload -> workload.credential().source() == source)
                    .count();
            if (found > 0) {
                counts.add(found, source.label());
            }
        }
        return counts;
    }

    private static Family credentials(List<Workload> shown) {
        Family credentials = Family.info(
                "workload_credential_info",
                "Which credential a program would use; the key id is masked, and empty where no key is involved.",
                WORKLOAD,
                "user",
                "sdk",
                SOURCE,
                "key_id");
        for (Workload workload : shown) {
            credentials.add(
                    1,
                    workload.name(),
                    workload.user(),
                    workload.sdk().label(),
                    workload.credential().source().label(),
                    workload.credential().keyId().map(KeyId::masked).orElse(""));
        }
        return credentials;
    }

    private static Family restarts(WorkloadsFact fact, List<Workload> shown) {
        Family restarts = Family.counter(
                "workload_restarts_total",
                "New processes under a workload that was there before, seen since the start.",
                WORKLOAD);
        shown.forEach(workload -> restarts.add(fact.restarts().getOrDefault(workload.name(), 0L), workload.name()));
        return restarts;
    }
}
