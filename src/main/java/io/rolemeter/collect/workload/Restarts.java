package io.rolemeter.collect.workload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts new processes of workloads that were there before. Remembers at most {@value #MAX_WORKLOADS} workloads. */
final class Restarts {
    private static final int MAX_WORKLOADS = 1000;

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Set<String>> seen = new HashMap<>();

    void see(List<Program> programs) {
        Map<String, Set<String>> now = programs.stream()
                .collect(Collectors.groupingBy(
                        Program::workload,
                        LinkedHashMap::new,
                        Collectors.mapping(program -> program.start().identity(), Collectors.toSet())));
        now.forEach((workload, processes) -> {
            Set<String> before = seen.get(workload);
            if (before == null && seen.size() == MAX_WORKLOADS) {
                return;
            }
            Set<String> fresh = new HashSet<>(processes);
            fresh.removeAll(before == null ? processes : before);
            counts.merge(workload, (long) fresh.size(), Long::sum);
            seen.put(workload, processes);
        });
    }

    Map<String, Long> counts() {
        return counts;
    }
}
