package io.rolemeter.collect.probe;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The runs that one look at the probes begins: each probe at most once. For one thread, except for {@link #ended}. */
final class Round {
    private final Set<String> begun = new HashSet<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final Runnable late;
    private int open;
    private volatile boolean left;

    /** @param late hears of every run that ends when nobody waits for it any more */
    Round(Runnable late) {
        this.late = late;
    }

    /** Whether it has begun in this look, even if it has ended since. */
    boolean has(String probe) {
        return begun.contains(probe);
    }

    /** A run of which {@link #ended} will hear. */
    void begin(String probe) {
        begun.add(probe);
        open++;
    }

    /** A run has ended, and its result can be seen; from any thread. */
    void ended(String probe) {
        ends.add(probe);
        if (left) {
            late.run();
        }
    }

    /** Waits until one more run has ended; false when none is open, or none has ended by that time of {@link System#nanoTime}. */
    boolean oneMoreEnds(long by) throws InterruptedException {
        if (open == 0 || ends.poll(by - System.nanoTime(), TimeUnit.NANOSECONDS) == null) {
            return false;
        }
        open--;
        return true;
    }

    /** What ends from now on is late. */
    void leave() {
        left = true;
    }
}
