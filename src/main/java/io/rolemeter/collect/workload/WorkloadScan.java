package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.Patience;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.WorkloadsFact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks at every running program. Nothing that is found is used. The process that looks is passed over: what its own chain
 * finds, STS is asked about. A look ends within about {@value #MAX_SECONDS} seconds; programs that were not reached by then are
 * said to be missing.
 */
public final class WorkloadScan {
    static final int MAX_SECONDS = 30;
    private static final int MAX_UNREADABLE = 20;

    private final Supplier<Host> hosts;
    private final Clock clock;
    private final Restarts restarts;
    private final Patience patience = new Patience();
    private final SearchedBinaries binaries = new SearchedBinaries();

    /**
     * Looks at the processes of a host.
     *
     * @param hosts asked for one at each look
     * @param restarts what the looks before have seen
     */
    public WorkloadScan(Supplier<Host> hosts, Clock clock, Restarts restarts) {
        this.hosts = hosts;
        this.clock = clock;
        this.restarts = restarts;
    }

    /** Works out what the programs would use if the metadata service were in each of these states. */
    public Map<InstanceRole, WorkloadsFact> look(Set<InstanceRole> roles) {
        Optional<Seen> seen = patience.look(() -> programs(roles));
        seen.ifPresent(all -> restarts.see(all.programs()));
        List<Program> programs = seen.map(Seen::programs).orElse(List.of());
        List<String> unreadable = seen.map(Seen::unreadable).orElse(List.of("not all processes: files do not answer"));
        Instant now = clock.instant();
        Map<InstanceRole, WorkloadsFact> facts = new EnumMap<>(InstanceRole.class);
        roles.forEach(role -> {
            Workloads workloads = Workloads.of(programs, role);
            List<String> missing = Stream.concat(
                            workloads.complete()
                                    ? Stream.empty()
                                    : Stream.of("more than " + Workloads.MAX_WORKLOADS + " programs"),
                            unreadable.stream())
                    .toList();
            facts.put(role, new WorkloadsFact(now, workloads.told(), restarts.counts(), missing));
        });
        return facts;
    }

    private record Seen(List<Program> programs, List<String> unreadable) {}

    private Seen programs(Set<InstanceRole> roles) {
        Instant end = clock.instant().plusSeconds(MAX_SECONDS);
        Host host = hosts.get();
        ProgramReader reader = new ProgramReader(host, binaries, roles);
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
        return new Seen(programs, unreadable.stream().limit(MAX_UNREADABLE).toList());
    }
}
