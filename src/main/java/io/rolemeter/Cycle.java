package io.rolemeter;

import io.rolemeter.collect.Collector;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Fact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One tick of one collector: timed, and shielded from its bugs. What a collector throws ends that run and nothing else. For
 * one thread at a time.
 */
final class Cycle {
    private static final System.Logger LOG = System.getLogger(Cycle.class.getName());
    private static final int LOGGED_FRAMES = 8;

    /** How a tick went; the fact is empty when the collector broke off. */
    record Result(CollectorRun run, Optional<Fact> fact) {}

    private final Collector collector;
    private final Clock clock;
    private Optional<Instant> lastSuccess = Optional.empty();
    private boolean brokeOff;
    private boolean overran;

    Cycle(Collector collector, Clock clock) {
        this.collector = collector;
        this.clock = clock;
    }

    Duration interval() {
        return collector.interval();
    }

    Result run() {
        long start = System.nanoTime();
        Optional<Fact> fact = collect();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        reportOverrun(took);
        if (fact.isPresent()) {
            lastSuccess = Optional.of(clock.instant());
        }
        return new Result(
                new CollectorRun(collector.name(), fact.isPresent(), took, lastSuccess, collector.interval()), fact);
    }

    /** The next run waits for a whole interval after this one, so that runs never pile up; said once while it lasts. */
    private void reportOverrun(Duration took) {
        boolean overruns = took.compareTo(collector.interval()) > 0;
        if (overruns && !overran) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "collector " + collector.name().label() + " took " + took.toMillis()
                            + " ms, longer than its interval of "
                            + collector.interval().toMillis() + " ms: it looks less often than that");
        }
        overran = overruns;
    }

    private Optional<Fact> collect() {
        try {
            Fact fact = collector.collect();
            brokeOff = false;
            return Optional.of(fact);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (!brokeOff) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "collector " + collector.name().label() + " broke off: " + describe(e));
            }
            brokeOff = true;
            return Optional.empty();
        }
    }

    /** Where it happened, without the messages: those may quote what was being read. */
    private static String describe(Throwable thrown) {
        StringJoiner text = new StringJoiner(" at ");
        text.add(thrown.getClass().getName());
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(LOGGED_FRAMES, frames.length); i++) {
            text.add(frames[i].toString());
        }
        return text.toString();
    }
}
