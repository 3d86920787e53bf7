package io.rolemeter.collect.workload;

import io.rolemeter.model.ChosenCredential;
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

/** Groups programs: those of one name that use the same credential in the same way are one workload. */
final class Workloads {
    /** More than this are not told of one by one. */
    private static final int MAX_WORKLOADS = 1000;

    private Workloads() {}

    private record Alike(String name, String user, Sdk sdk, ChosenCredential credential) {}

    static List<Workload> of(List<Program> programs, InstanceRole role) {
        Map<Alike, List<Program>> groups = new LinkedHashMap<>();
        for (Program program : programs) {
            Alike alike = new Alike(program.workload(), program.user(), program.sdk(), program.credential(role));
            groups.computeIfAbsent(alike, key -> new ArrayList<>()).add(program);
        }
        return groups.entrySet().stream()
                .map(group -> workload(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Workload::name))
                .limit(MAX_WORKLOADS)
                .toList();
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
