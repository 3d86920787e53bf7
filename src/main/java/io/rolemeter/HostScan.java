package io.rolemeter;

import io.rolemeter.collect.host.SharedHost;
import io.rolemeter.collect.keys.KeysCollector;
import io.rolemeter.collect.logs.LogMemory;
import io.rolemeter.collect.logs.LogsCollector;
import io.rolemeter.collect.workload.Restarts;
import io.rolemeter.collect.workload.WorkloadScan;
import io.rolemeter.config.Settings;
import io.rolemeter.handover.FactsFile;
import io.rolemeter.handover.ScannedFacts;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.WorkloadsFact;
import io.rolemeter.remember.ScanState;
import io.rolemeter.store.UnwrittenException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One look at a host's files and processes, without network, by a process that may read them, for the one that is on the network.
 * What the next look goes on from is kept in a state directory: how far logs were read, and which processes were seen.
 */
public final class HostScan {
    private final Path root;
    private final Settings settings;
    private final Clock clock;
    private final LogMemory logs = new LogMemory();
    private final Restarts restarts = new Restarts();
    private final Optional<ScanState> state;
    private final Map<CollectorName, Duration> took = new EnumMap<>(CollectorName.class);

    /**
     * Remembers what the scan before has kept.
     *
     * @param state without it, logs are counted from their programs' start each time
     */
    public HostScan(Path root, Settings settings, Clock clock, Optional<Path> state) {
        this.root = root;
        this.settings = settings;
        this.clock = clock;
        this.state = state.map(ScanState::new);
        this.state.ifPresent(kept -> kept.read(line -> {
            if (line.type().equals(Restarts.TYPE)) {
                restarts.take(line);
                return true;
            }
            return logs.take(line);
        }));
    }

    /**
     * Looks, and leaves what it has seen there.
     *
     * @throws UnwrittenException when the facts, or what the next scan needs, cannot be written
     */
    public KeysFact run(FactsFile file) throws UnwrittenException {
        SharedHost host = new SharedHost(root);
        KeysCollector keys = new KeysCollector(host, settings.keys(), clock);
        keys.remember(file.lastComplete());
        LogsCollector.Watching watching =
                new LogsCollector.Watching(settings.logs(), settings.keys().interval());
        KeysFact keysFact = timed(CollectorName.KEYS, keys::collect);
        Map<InstanceRole, WorkloadsFact> workloads = timed(
                CollectorName.WORKLOAD,
                () -> new WorkloadScan(host, clock, restarts).look(EnumSet.allOf(InstanceRole.class)));
        LogsFact logsFact = timed(CollectorName.LOGS, () -> new LogsCollector(host, watching, logs, clock).collect());
        if (state.isPresent()) {
            // Before the facts: counts that are kept and not told yet are told by the next scan; others would be lost.
            state.get().write(restarts.lines(), logs.lines());
        }
        file.write(new ScannedFacts(clock.instant(), settings.keys().interval(), took, keysFact, workloads, logsFact));
        return keysFact;
    }

    private <T> T timed(CollectorName collector, Supplier<T> look) {
        long start = System.nanoTime();
        T seen = look.get();
        took.put(collector, Duration.ofNanos(System.nanoTime() - start));
        return seen;
    }
}
