package io.rolemeter.collect.workload;

import io.rolemeter.store.Line;
import io.rolemeter.store.WrittenLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts new processes of workloads that were there before. Remembers at most {@value #MAX_WORKLOADS} workloads. */
public final class Restarts {
    /** The type of its lines. */
    public static final String TYPE = "restarts";

    private static final int MAX_WORKLOADS = 1000;
    private static final int MAX_PROCESSES = 100_000;

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

    /** What outlives this process, for {@link #take}. */
    public List<WrittenLine> lines() {
        List<WrittenLine> lines = new ArrayList<>();
        counts.forEach((workload, count) -> lines.add(WrittenLine.of(TYPE)
                .text("workload", workload)
                .number("count", count)
                .texts("processes", seen.getOrDefault(workload, Set.of()))));
        return lines;
    }

    /**
     * Remembers a workload that an earlier process has seen.
     *
     * @throws io.rolemeter.store.MalformedLineException if the line makes no sense
     */
    public void take(Line line) {
        String workload = line.text("workload");
        long count = line.number("count", Long.MAX_VALUE);
        Set<String> processes = new HashSet<>(line.texts("processes", MAX_PROCESSES));
        if (seen.size() < MAX_WORKLOADS) {
            counts.put(workload, count);
            seen.put(workload, processes);
        }
    }
}
