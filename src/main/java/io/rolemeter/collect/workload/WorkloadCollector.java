package io.rolemeter.collect.workload;

import io.rolemeter.collect.Collector;
import io.rolemeter.collect.host.Host;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.WorkloadsFact;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Works out for every running program which credential its SDK would pick, from what can be seen of it. */
public final class WorkloadCollector implements Collector {
    private final WorkloadScan scan;
    private final Duration interval;
    private final Supplier<InstanceRole> role;

    /**
     * Looks at the processes of a host.
     *
     * @param hosts asked for one at each look
     * @param role what the metadata service was last seen to have
     */
    public WorkloadCollector(Supplier<Host> hosts, Duration interval, Supplier<InstanceRole> role, Clock clock) {
        this.scan = new WorkloadScan(hosts, clock, new Restarts());
        this.interval = interval;
        this.role = role;
    }

    @Override
    public CollectorName name() {
        return CollectorName.WORKLOAD;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public WorkloadsFact collect() {
        InstanceRole now = role.get();
        return Objects.requireNonNull(scan.look(Set.of(now)).get(now));
    }
}
