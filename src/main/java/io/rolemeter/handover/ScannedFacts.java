package io.rolemeter.handover;

import io.rolemeter.model.CollectorName;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.WorkloadsFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one scan has seen.
 *
 * @param at when it ended
 * @param interval how long until the next at most: facts older than three of them are stale
 * @param took how long each look was
 * @param workloads what programs use, for every state that the metadata service may be in: the scanner cannot ask it
 */
public record ScannedFacts(
        Instant at,
        Duration interval,
        Map<CollectorName, Duration> took,
        KeysFact keys,
        Map<InstanceRole, WorkloadsFact> workloads,
        LogsFact logs) {
    public ScannedFacts {
        Map<CollectorName, Duration> times = new EnumMap<>(CollectorName.class);
        times.putAll(took);
        took = Collections.unmodifiableMap(times);
        Map<InstanceRole, WorkloadsFact> copy = new EnumMap<>(InstanceRole.class);
        copy.putAll(workloads);
        workloads = Collections.unmodifiableMap(copy);
    }

    /** What programs use while the metadata service is in that state. */
    public WorkloadsFact workloads(InstanceRole role) {
        return Objects.requireNonNull(workloads.get(role));
    }
}
