package io.rolemeter.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known about the host: the newest fact of each sort, how its collectors fare, what is expected, and what was seen
 * before.
 *
 * @param watchedSince when all collectors were set to work for as long as the process lives; empty where a part of them runs once
 */
public record Facts(
        Expectations expectations,
        Past past,
        Map<CollectorName, CollectorRun> runs,
        Optional<Instant> watchedSince,
        Optional<RoleFact> role,
        Optional<CallersFact> callers,
        Optional<KeysFact> keys,
        Optional<WorkloadsFact> workloads,
        Optional<LogsFact> logs,
        Optional<ProbesFact> probes) {
    public Facts {
        Map<CollectorName, CollectorRun> inOrder = new EnumMap<>(CollectorName.class);
        inOrder.putAll(runs);
        runs = Collections.unmodifiableMap(inOrder);
    }

    /** Nothing has been looked at yet. */
    public static Facts none(Expectations expectations) {
        return new Facts(
                expectations,
                Past.NONE,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The last run of that collector; empty before its first. */
    public Optional<CollectorRun> run(CollectorName collector) {
        return Optional.ofNullable(runs.get(collector));
    }

    /** Whether every collector has had its first run, and every probe. */
    public boolean complete() {
        return runs.size() == CollectorName.values().length
                && probes.map(ProbesFact::probes).orElse(List.of()).stream()
                        .allMatch(probe -> probe.last().isPresent());
    }

    public Facts with(Expectations newExpectations) {
        return new Facts(newExpectations, past, runs, watchedSince, role, callers, keys, workloads, logs, probes);
    }

    public Facts with(Past newPast) {
        return new Facts(expectations, newPast, runs, watchedSince, role, callers, keys, workloads, logs, probes);
    }

    /** The same host, watched from that moment on unless it was before. */
    public Facts watched(Instant from) {
        Optional<Instant> since = watchedSince.or(() -> Optional.of(from));
        return new Facts(expectations, past, runs, since, role, callers, keys, workloads, logs, probes);
    }

    public Facts with(CollectorRun run) {
        Map<CollectorName, CollectorRun> newRuns = new EnumMap<>(CollectorName.class);
        newRuns.putAll(runs);
        newRuns.put(run.collector(), run);
        return new Facts(
                expectations,
                past,
                Collections.unmodifiableMap(newRuns),
                watchedSince,
                role,
                callers,
                keys,
                workloads,
                logs,
                probes);
    }

    Facts with(RoleFact fact) {
        return new Facts(
                expectations, past, runs, watchedSince, Optional.of(fact), callers, keys, workloads, logs, probes);
    }

    Facts with(CallersFact fact) {
        return new Facts(
                expectations, past, runs, watchedSince, role, Optional.of(fact), keys, workloads, logs, probes);
    }

    Facts with(KeysFact fact) {
        return new Facts(
                expectations, past, runs, watchedSince, role, callers, Optional.of(fact), workloads, logs, probes);
    }

    Facts with(WorkloadsFact fact) {
        return new Facts(expectations, past, runs, watchedSince, role, callers, keys, Optional.of(fact), logs, probes);
    }

    Facts with(LogsFact fact) {
        return new Facts(
                expectations, past, runs, watchedSince, role, callers, keys, workloads, Optional.of(fact), probes);
    }

    Facts with(ProbesFact fact) {
        return new Facts(
                expectations, past, runs, watchedSince, role, callers, keys, workloads, logs, Optional.of(fact));
    }
}
