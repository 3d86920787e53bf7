package io.rolemeter.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The programs on the host that use AWS, or could.
 *
 * @param workloads by name
 * @param restarts for each workload's name the new processes that were seen under it since the start
 * @param unreadable what kept a program from being seen, the first few
 */
public record WorkloadsFact(
        Instant collectedAt, List<Workload> workloads, Map<String, Long> restarts, List<String> unreadable)
        implements Fact {
    public WorkloadsFact {
        workloads = List.copyOf(workloads);
        restarts = Collections.unmodifiableMap(new LinkedHashMap<>(restarts));
        unreadable = List.copyOf(unreadable);
    }

    @Override
    public Facts addTo(Facts facts) {
        return facts.with(this);
    }
}
