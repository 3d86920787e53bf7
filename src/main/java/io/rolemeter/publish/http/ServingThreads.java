package io.rolemeter.publish.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The threads that read requests and write answers, of which an honest request needs one for milliseconds.
 *
 * <p>When all are busy and a request waits, those that have waited for their client for longer than {@link #PATIENCE} are
 * interrupted, the longest first, which closes their connections. Clients that send or read slowly so hold nobody up for
 * long, and an honest one, however slow this machine is, is never cut off.
 */
final class ServingThreads extends ThreadPoolExecutor {
    static final int COUNT = 32;
    static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int IDLE_SECONDS = 10;
    private static final int LOOK_AGAIN_MILLIS = 100;

    private final Map<Thread, Long> waitingSince = new LinkedHashMap<>();
    private final Executor later = CompletableFuture.delayedExecutor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    private final AtomicBoolean watching = new AtomicBoolean();

    ServingThreads() {
        super(COUNT, COUNT, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "http");
            thread.setDaemon(true);
            return thread;
        });
        allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable request) {
        super.execute(request);
        makeRoom();
    }

    private void makeRoom() {
        int waiting = getQueue().size();
        if (waiting == 0 || isShutdown()) {
            return;
        }
        interruptSlowest(waiting);
        if (watching.compareAndSet(false, true)) {
            later.execute(() -> {
                watching.set(false);
                makeRoom();
            });
        }
    }

    private void interruptSlowest(int count) {
        synchronized (waitingSince) {
            long now = System.nanoTime();
            Iterator<Map.Entry<Thread, Long>> slowestFirst =
                    waitingSince.entrySet().iterator();
            for (int i = 0; i < count && slowestFirst.hasNext(); i++) {
                Map.Entry<Thread, Long> slowest = slowestFirst.next();
                if (now - slowest.getValue() < PATIENCE.toNanos()) {
                    return;
                }
                slowest.getKey().interrupt();
                slowestFirst.remove();
            }
        }
    }

    /** From now on the current thread waits for its client. */
    void atClient() {
        waiting(Thread.currentThread());
    }

    /** From now on the current thread does work of our own. */
    void atWork() {
        synchronized (waitingSince) {
            waitingSince.remove(Thread.currentThread());
        }
    }

    private void waiting(Thread thread) {
        synchronized (waitingSince) {
            waitingSince.put(thread, System.nanoTime());
        }
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable request) {
        waiting(thread);
    }

    @Override
    protected void afterExecute(Runnable request, Throwable failure) {
        atWork();
    }
}
