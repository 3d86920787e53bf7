package io.rolemeter.collect.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for looks at a host, but not for ever. A file system that a program feeds may hang, and so does whoever reads the arguments
 * of a process that has mapped a file of it in their place. What gives no answer within {@link #ANSWER} is not asked again as long
 * as its thread waits, counts as unreadable, and the look begins anew without it. For one thread at a time.
 */
public final class Patience {
    /** How long the answer to one question to the file system may take. */
    public static final Duration ANSWER = Duration.ofSeconds(5);

    private static final Duration ALL = Duration.ofSeconds(60);
    private static final int MAX_SILENT = 16;
    private static final long POLL_MILLIS = 100;

    private final Duration answer;
    private final Map<Path, Looking<?>> silent = new LinkedHashMap<>();

    public Patience() {
        this(ANSWER);
    }

    Patience(Duration answer) {
        this.answer = answer;
    }

    /**
     * Looks on a thread of its own.
     *
     * @param look makes a new {@link Host} and changes nothing but what it returns until it has asked its last question
     * @return empty when so much gave no answer that it was given up
     */
    public <T> Optional<T> look(Callable<T> look) {
        silent.values().removeIf(looking -> !looking.isAlive());
        long end = System.nanoTime() + ALL.toNanos();
        while (silent.size() < MAX_SILENT && System.nanoTime() < end) {
            Looking<T> looking = Looking.start(look, silent.keySet());
            Optional<T> seen = await(looking);
            if (seen.isPresent()) {
                return seen;
            }
        }
        return Optional.empty();
    }

    /** An interrupt is passed on, and found by the caller afterwards. */
    private <T> Optional<T> await(Looking<T> looking) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return Optional.of(looking.task().get(POLL_MILLIS, TimeUnit.MILLISECONDS));
                } catch (InterruptedException e) {
                    interrupted = true;
                    looking.interrupt();
                } catch (TimeoutException e) {
                    Optional<Path> asked = looking.giveUpAfter(answer);
                    if (asked.isPresent()) {
                        silent.put(asked.get(), looking);
                        return Optional.empty();
                    }
                }
            }
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNull(e.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
