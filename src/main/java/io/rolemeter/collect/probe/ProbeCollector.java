package io.rolemeter.collect.probe;

import io.rolemeter.aws.AwsAccess;
import io.rolemeter.collect.Collector;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.ProbesFact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the probes that are due, a few at a time and none twice at a time; the others keep their last result. Those that did not
 * pass are due at the first tick with other credentials, all of them with another region.
 */
public final class ProbeCollector implements Collector {
    private static final Duration TICK = Duration.ofSeconds(15);
    private static final int AT_A_TIME = 4;

    /** Less than a tick: threads that wait for the next would only be memory, and outlive a collector that was replaced. */
    private static final int IDLE_SECONDS = 2;

    /** Ticks come with jitter: a probe that is due within this part of an interval is not left for the next. */
    private static final int EARLY = 10;

    /** How long a look waits for what it began, where somebody hears of what ends later. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Longer than all runs of one look may take: each ends by its own timeout. */
    private static final Duration UNTIL_ALL_ENDED = Duration.ofDays(1);

    private final List<ScheduledProbe> probes;
    private final AwsAccess aws;
    private final Manner manner;
    private final Clock clock;
    private final ExecutorService workers = workers();
    private volatile boolean replaced;

    /**
     * How it goes about it.
     *
     * @param progress hears the name of each probe that begins, from several threads
     * @param late hears of each result that came after a look was over, from any thread; empty: a look lasts until all have come
     */
    public record Manner(Consumer<String> progress, Optional<Runnable> late) {}

    /** @param memory of how the probes went before */
    public ProbeCollector(ConfiguredProbes configured, ProbeMemory memory, AwsAccess aws, Manner manner, Clock clock) {
        this.probes = configured.scheduled(memory);
        this.aws = aws;
        this.manner = manner;
        this.clock = clock;
    }

    @Override
    public CollectorName name() {
        return CollectorName.PROBE;
    }

    /** As often as the most frequent probe, and at least every 15 seconds. */
    @Override
    public Duration interval() {
        return probes.stream()
                .map(ScheduledProbe::interval)
                .min(Comparator.naturalOrder())
                .filter(least -> least.compareTo(TICK) < 0)
                .orElse(TICK);
    }

    @Override
    public ProbesFact collect() {
        Round round = new Round(manner.late().orElse(() -> {}));
        long end = System.nanoTime() + patience().toNanos();
        try {
            do {
                runDue(round);
            } while (round.oneMoreEnds(end));
        } catch (InterruptedException e) {
            // The configuration was replaced: what has not begun yet must not begin any more.
            replaced = true;
            Thread.currentThread().interrupt();
        }
        round.leave();
        return new ProbesFact(
                clock.instant(), probes.stream().map(ScheduledProbe::state).toList());
    }

    private Duration patience() {
        Duration half = interval().dividedBy(2);
        Duration shorter = half.compareTo(PATIENCE) < 0 ? half : PATIENCE;
        return manner.late().isPresent() ? shorter : UNTIL_ALL_ENDED;
    }

    /** A probe that another one depends on stands before it, and runs before it. */
    private void runDue(Round round) {
        Instant soon = clock.instant().plus(interval().dividedBy(EARLY));
        Basis basis = Basis.of(aws);
        for (ScheduledProbe probe : probes) {
            String name = probe.state().name();
            if (probe.due(soon, basis)
                    && probe.free()
                    && !round.has(name)
                    && probe.course().take()) {
                round.begin(name);
                workers.execute(() -> run(probe, round));
            }
        }
    }

    private void run(ScheduledProbe probe, Round round) {
        String name = probe.state().name();
        try {
            if (!replaced && !probe.course().hasEnded()) {
                manner.progress().accept("probe " + name);
                probe.run(aws, clock);
            }
        } finally {
            probe.course().leave();
            round.ended(name);
        }
    }

    /** Threads that end when there is nothing to do, so that a collector can just be forgotten. */
    private static ExecutorService workers() {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                AT_A_TIME, AT_A_TIME, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "rolemeter-probe-worker");
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
