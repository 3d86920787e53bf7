package io.rolemeter.collect.workload;

import io.rolemeter.collect.Collector;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.workload.view.ProcessView.InstanceRole;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.WorkloadsFact;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Works out for every running program which credential its SDK would pick, from what can be seen of it. Nothing that is found is
 * used. The process that looks is passed over: what its own chain finds, STS is asked about. A collect ends within about {@value #MAX_SECONDS} seconds; programs that were not reached by then are said to be missing.
 */
public final class WorkloadCollector implements Collector {
    static final int MAX_SECONDS = 30;
    private static final int MAX_UNREADABLE = 20;

    private final Path root;
    private final Duration interval;
    private final Supplier<InstanceRole> role;
    private final Clock clock;
    private final SearchedBinaries binaries = new SearchedBinaries();
    private final Restarts restarts = new Restarts();

    /**
     * Looks at the processes beneath a root.
     *
     * @param root {@code /} for the host that this runs on
     * @param role what the metadata service was last seen to have
     */
    public WorkloadCollector(Path root, Duration interval, Supplier<InstanceRole> role, Clock clock) {
        this.root = root;
        this.interval = interval;
        this.role = role;
        this.clock = clock;
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
        Instant end = clock.instant().plusSeconds(MAX_SECONDS);
        Host host = new Host(root);
        ProgramReader reader = new ProgramReader(host, binaries, role.get());
        List<Program> programs = new ArrayList<>();
        Set<String> unreadable = new LinkedHashSet<>();
        Optional<Integer> own = host.processes().own();
        List<Reading.Unreadable> unlisted = host.processes().each(process -> {
            if (own.filter(pid -> pid == process.pid()).isPresent()) {
                return;
            }
            if (clock.instant().isAfter(end)) {
                unreadable.add("not all processes: out of time");
            } else {
                reader.read(process).ifPresent(programs::add);
            }
        });
        unlisted.forEach(refused -> unreadable.add(SafeText.of(refused.path() + ": " + refused.reason())));
        unreadable.addAll(reader.closed());
        restarts.see(programs);
        return new WorkloadsFact(
                clock.instant(),
                Workloads.of(programs),
                restarts.counts(),
                unreadable.stream().limit(MAX_UNREADABLE).toList());
    }
}
