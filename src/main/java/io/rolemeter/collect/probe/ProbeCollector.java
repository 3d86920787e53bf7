package io.rolemeter.collect.probe;

import io.rolemeter.aws.AwsAccess;
import io.rolemeter.collect.Collector;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.ProbesFact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the probes that are due, a few at a time; the others keep their last result. Those that did not pass are due at the first
 * tick with other credentials, all of them with another region.
 */
public final class ProbeCollector implements Collector {
    private static final Duration TICK = Duration.ofSeconds(15);
    private static final int AT_A_TIME = 4;

    /** Less than a tick: threads that wait for the next would only be memory, and outlive a collector that was replaced. */
    private static final int IDLE_SECONDS = 2;

    /** Ticks come with jitter: a probe that is due within this part of an interval is not left for the next. */
    private static final int EARLY = 10;

    private final List<ScheduledProbe> probes;
    private final AwsAccess aws;
    private final Consumer<String> progress;
    private final Clock clock;
    private final ExecutorService workers = workers();

    /** @param progress hears the name of each probe that begins, from several threads */
    public ProbeCollector(ConfiguredProbes configured, AwsAccess aws, Consumer<String> progress, Clock clock) {
        this.probes = configured.scheduled();
        this.aws = aws;
        this.progress = progress;
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
        Instant soon = clock.instant().plus(interval().dividedBy(EARLY));
        Basis basis = Basis.of(aws);
        int deepest = probes.stream().mapToInt(ScheduledProbe::depth).max().orElse(0);
        for (int depth = 0; depth <= deepest && !Thread.currentThread().isInterrupted(); depth++) {
            runDue(depth, soon, basis);
        }
        return new ProbesFact(
                clock.instant(), probes.stream().map(ScheduledProbe::state).toList());
    }

    /** A probe that another one depends on runs before it. */
    private void runDue(int depth, Instant soon, Basis basis) {
        List<Future<?>> running = new ArrayList<>();
        for (ScheduledProbe probe : probes) {
            if (probe.depth() == depth && probe.due(soon, basis)) {
                running.add(workers.submit(() -> {
                    progress.accept("probe " + probe.state().name());
                    probe.run(aws, clock);
                }));
            }
        }
        await(running);
    }

    private static void await(List<Future<?>> running) {
        try {
            for (Future<?> run : running) {
                run.get();
            }
        } catch (InterruptedException e) {
            // The configuration was replaced: what has not begun yet must not begin any more.
            running.forEach(run -> run.cancel(true));
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe broke off", e.getCause());
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
