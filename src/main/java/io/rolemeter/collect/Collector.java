package io.rolemeter.collect;

import io.rolemeter.model.CollectorName;
import io.rolemeter.model.Fact;
import java.time.Duration;

/** Looks at one part of the world. It is called from one thread at a time, timed and shielded by its caller. */
public interface Collector {
    CollectorName name();

    /** How often it wants to run. */
    Duration interval();

    /**
     * Looks once, within bounds of its own on time and memory. That something cannot be reached or read is part of the fact,
     * not an exception; an exception is a bug.
     */
    Fact collect();
}
