package io.rolemeter.remember;

import io.rolemeter.model.Change;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the memory of the host in a directory: reads it once, and writes it when it has changed, on a thread of its own, so
 * that a file system that hangs holds up nothing.
 */
public final class StateKeeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StateKeeper.class.getName());

    /** What is no entry of the history is on the disk this long after it was seen, and does not have it written more often. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** How long a new entry of the history waits for the disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration LAST_WRITE = Duration.ofSeconds(5);

    private final StateFile file;
    private final Memory remembered;
    private final Thread thread = new Thread(this::run, "rolemeter-state");
    private final Object lock = new Object();
    private Memory newest;
    private Memory written;
    private Memory tried;
    private boolean urgent;
    private boolean stuck;
    private boolean closed;
    private boolean failed;

    /** @param directory exists and can be written; where it cannot, the log says so, and nothing else is affected */
    public StateKeeper(Path directory) {
        file = new StateFile(directory);
        file.claim();
        remembered = file.read();
        newest = remembered;
        written = remembered;
        tried = remembered;
        thread.setDaemon(true);
        thread.start();
    }

    /** What is kept in a directory, without keeping anything there. */
    public static Memory recall(Path directory) {
        try (StateFile file = new StateFile(directory)) {
            return file.read();
        }
    }

    /** What was kept from before this start. */
    public Memory remembered() {
        return remembered;
    }

    /**
     * Takes note of a diagnosis. Returns when a new entry of the history is on the disk, so that whoever shows it after this
     * call shows nothing that a crash takes back; a disk that hangs holds it up once for {@link #PATIENCE}, and no more until
     * it has moved.
     */
    public void keep(Diagnosis diagnosis) {
        Memory memory = diagnosis.memory();
        synchronized (lock) {
            boolean told = !memory.history().equals(newest.history());
            newest = memory;
            urgent |= told;
            lock.notifyAll();
            if (told && !stuck) {
                stuck = !awaitTried(memory.history());
            }
        }
    }

    private boolean awaitTried(List<Change> history) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = PATIENCE.toNanos(); !tried.history().equals(history); left = end - System.nanoTime()) {
                if (left <= 0 || closed) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void run() {
        try {
            for (Optional<Memory> memory = next(); memory.isPresent(); memory = next()) {
                boolean kept = write(memory.get());
                rest(memory.get(), kept);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something that is not on the disk yet; empty when there is nothing more to come. */
    private Optional<Memory> next() throws InterruptedException {
        synchronized (lock) {
            while (newest.equals(written) && !closed) {
                lock.wait();
            }
            urgent = false;
            return newest.equals(written) ? Optional.empty() : Optional.of(newest);
        }
    }

    private void rest(Memory memory, boolean kept) throws InterruptedException {
        synchronized (lock) {
            tried = memory;
            written = kept ? memory : written;
            stuck = false;
            lock.notifyAll();
            long end = System.nanoTime() + PAUSE.toNanos();
            for (long left = PAUSE.toNanos(); left > 0 && !closed && !urgent; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            if (closed && !kept) {
                written = newest;
            }
        }
    }

    private boolean write(Memory memory) {
        try {
            file.write(memory);
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        file.file() + " cannot be written (" + e.getClass().getSimpleName()
                                + "): the history is lost with a restart");
            }
            failed = true;
        }
        return !failed;
    }

    /** Writes what is not on the disk yet, unless that takes long. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        try {
            thread.join(LAST_WRITE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
