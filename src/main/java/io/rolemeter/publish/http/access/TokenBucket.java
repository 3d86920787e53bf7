package io.rolemeter.publish.http.access;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets so many through at once, and then one in an interval. For any number of threads. */
final class TokenBucket {
    private final long interval;
    private final long capacity;
    private final LongSupplier nanoTime;
    private long emptyAt;

    /** @param nanoTime {@link System#nanoTime}, or a test's own */
    TokenBucket(Duration interval, int burst, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.capacity = Math.multiplyExact(this.interval, (long) burst);
        this.nanoTime = nanoTime;
        emptyAt = nanoTime.getAsLong() - capacity;
    }

    /** Whether one more may pass now. */
    synchronized boolean take() {
        long now = nanoTime.getAsLong();
        long filled = Math.max(emptyAt, now - capacity);
        if (now - filled < interval) {
            return false;
        }
        emptyAt = filled + interval;
        return true;
    }
}
