package io.rolemeter.collect.workload;

import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Groups programs: those of one name that use the same credential in the same way are one workload.
 *
 * @param told of by name
 * @param complete whether these are all; of more than {@value #MAX_WORKLOADS} those are told of first that need a static key, then
 *     those of which it is not known
 */
record Workloads(List<Workload> told, boolean complete) {
    static final int MAX_WORKLOADS = 1000;

    private static final Comparator<Workload> WORST_FIRST = Comparator.comparing(
                    (Workload workload) -> !workload.credential().needsStaticKey())
            .thenComparing(workload -> workload.credential().source() != CredentialSource.UNKNOWN);

    private record Alike(String name, String user, Sdk sdk, ChosenCredential credential) {}

    static Workloads of(List<Program> programs, InstanceRole role) {
        Map<Alike, List<Program>> groups = new LinkedHashMap<>();
        for (Program program : programs) {
            Alike alike = new Alike(program.workload(), program.user(), program.sdk(), program.credential(role));
            groups.computeIfAbsent(alike, key -> new ArrayList<>()).add(program);
        }
        Stream<Workload> all = groups.entrySet().stream().map(group -> workload(group.getKey(), group.getValue()));
        boolean complete = groups.size() <= MAX_WORKLOADS;
        Stream<Workload> told = complete ? all : all.sorted(WORST_FIRST).limit(MAX_WORKLOADS);
        return new Workloads(told.sorted(Comparator.comparing(Workload::name)).toList(), complete);
    }

    private static Workload workload(Alike alike, List<Program> programs) {
        Optional<Instant> started = programs.stream()
                .flatMap(program -> program.start().at().stream())
                .max(Comparator.naturalOrder());
        return new Workload(
                alike.name(),
                alike.user(),
                programs.stream().map(Program::pid).toList(),
                alike.sdk(),
                alike.credential(),
                started,
                programs.stream()
                        .flatMap(program -> program.notes().stream())
                        .distinct()
                        .toList());
    }
}
