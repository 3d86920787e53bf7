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

/**
 * The threads that read requests and write answers, of which an honest request needs one for milliseconds.
 *
 * <p>When all are busy and a request waits, those that have been at theirs for longer than {@link #PATIENCE} are
 * interrupted, the longest first, which closes their connections: clients that send or read slowly, however many, hold
 * nobody up for longer than that.
 */
final class ServingThreads extends ThreadPoolExecutor {
    static final int COUNT = 16;
    static final Duration PATIENCE = Duration.ofMillis(250);
    private static final int IDLE_SECONDS = 10;

    private final Map<Thread, Long> startedAt = new LinkedHashMap<>();
    private final Executor later = CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);

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
        if (!getQueue().isEmpty()) {
            makeRoom();
        }
    }

    private void makeRoom() {
        int waiting = getQueue().size();
        interruptSlowest(waiting);
        if (waiting > 0 && !isShutdown()) {
            later.execute(this::makeRoom);
        }
    }

    private void interruptSlowest(int count) {
        synchronized (startedAt) {
            long now = System.nanoTime();
            Iterator<Map.Entry<Thread, Long>> slowestFirst =
                    startedAt.entrySet().iterator();
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

    @Override
    protected void beforeExecute(Thread thread, Runnable request) {
        synchronized (startedAt) {
            startedAt.put(thread, System.nanoTime());
        }
    }

    @Override
    protected void afterExecute(Runnable request, Throwable failure) {
        synchronized (startedAt) {
            startedAt.remove(Thread.currentThread());
        }
    }
}
