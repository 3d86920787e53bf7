package io.rolemeter;

import io.rolemeter.collect.Collector;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.Fact;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A collector that does what a test says, and counts how often it was asked. */
final class FakeCollector implements Collector {
    private final CollectorName name;
    private final Duration interval;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile Supplier<Fact> fact;

    FakeCollector(CollectorName name, Duration interval, Supplier<Fact> fact) {
        this.name = name;
        this.interval = interval;
        this.fact = fact;
    }

    /** What it does from its next run on. */
    void does(Supplier<Fact> newFact) {
        fact = newFact;
    }

    int runs() {
        return runs.get();
    }

    @Override
    public CollectorName name() {
        return name;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public Fact collect() {
        runs.incrementAndGet();
        return fact.get();
    }
}
