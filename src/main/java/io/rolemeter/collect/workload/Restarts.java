package io.rolemeter.collect.workload;

import io.rolemeter.store.Line;
import io.rolemeter.store.WrittenLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts new processes of workloads that were there before. Remembers at most {@value #MAX_WORKLOADS} workloads: for a new one that is
 * forgotten which was not seen for longest, and not one that runs.
 */
public final class Restarts {
    /** The type of its lines. */
    public static final String TYPE = "restarts";

    private static final int MAX_WORKLOADS = 1000;
    private static final int MAX_PROCESSES = 100_000;

    /** By name, the one that was not seen for longest first. */
    private final Map<String, Counted> workloads = new LinkedHashMap<>();

    /**
     * A workload as it was seen last.
     *
     * @param processes each with its start, which no other process ever has
     */
    private record Counted(long restarts, Set<String> processes) {}

    void see(List<Program> programs) {
        Map<String, Set<String>> now = programs.stream()
                .collect(Collectors.groupingBy(
                        Program::workload,
                        LinkedHashMap::new,
                        Collectors.mapping(program -> program.start().identity(), Collectors.toSet())));
        Deque<String> gone = new ArrayDeque<>(workloads.keySet());
        gone.removeAll(now.keySet());
        now.forEach((workload, processes) -> {
            Counted before = workloads.remove(workload);
            if (before == null && workloads.size() == MAX_WORKLOADS) {
                String longest = gone.poll();
                if (longest == null) {
                    return;
                }
                workloads.remove(longest);
            }
            Set<String> fresh = new HashSet<>(processes);
            fresh.removeAll(before == null ? processes : before.processes());
            long restarts = (before == null ? 0 : before.restarts()) + fresh.size();
            workloads.put(workload, new Counted(restarts, processes));
        });
    }

    /** By name, how many new processes were seen under it. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        workloads.forEach((workload, counted) -> counts.put(workload, counted.restarts()));
        return counts;
    }

    /** What outlives this process, for {@link #take}. */
    public List<WrittenLine> lines() {
        List<WrittenLine> lines = new ArrayList<>();
        workloads.forEach((workload, counted) -> lines.add(WrittenLine.of(TYPE)
                .text("workload", workload)
                .number("count", counted.restarts())
                .texts("processes", counted.processes())));
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
        if (workloads.size() < MAX_WORKLOADS) {
            workloads.put(workload, new Counted(count, processes));
        }
    }
}
