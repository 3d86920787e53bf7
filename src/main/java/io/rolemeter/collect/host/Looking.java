package io.rolemeter.collect.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The thread of one look at a host. Whoever waits for it knows what it asks the file system, and can give up on it: it then ends as
 * soon as it has its answer, and does nothing with that.
 */
final class Looking<T> extends Thread {
    private static final Question NONE = new Question(() -> Path.of(""), 0);
    private static final Question GIVEN_UP = new Question(() -> Path.of(""), 0);

    private final FutureTask<T> task;
    private final Set<Path> silent;
    private final AtomicReference<Question> question = new AtomicReference<>(NONE);

    /** Each is only itself: the same may be asked again. */
    private static final class Question {
        private final Supplier<Path> path;

        /** Of {@link System#nanoTime}. */
        private final long since;

        private Question(Supplier<Path> path, long since) {
            this.path = path;
            this.since = since;
        }
    }

    /** A question to the file system, which may have no answer for as long as the machine runs. */
    interface Asking<A, E extends Exception> {
        A answer() throws E;
    }

    /** Nobody waits for this look any more. */
    private static final class GivenUpError extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Looking(FutureTask<T> task, Set<Path> silent) {
        super(task, "rolemeter-look");
        this.task = task;
        this.silent = Set.copyOf(silent);
        setDaemon(true);
    }

    /**
     * Begins a look.
     *
     * @param silent what is not to be asked, in this process's own paths
     */
    static <T> Looking<T> start(Callable<T> look, Set<Path> silent) {
        Looking<T> looking = new Looking<>(new FutureTask<>(look), silent);
        looking.start();
        return looking;
    }

    /** What the look of this thread must not ask; nothing where nobody gives up. */
    static Set<Path> silent() {
        return Thread.currentThread() instanceof Looking<?> looking ? looking.silent : Set.of();
    }

    /** Asks the file system about one path; a question within another counts as a part of it. */
    static <A, E extends Exception> A ask(Path path, Asking<A, E> asking) throws E {
        return ask(() -> path, asking);
    }

    /** The same about a path that is not made unless this is given up. */
    static <A, E extends Exception> A ask(Supplier<Path> path, Asking<A, E> asking) throws E {
        if (!(Thread.currentThread() instanceof Looking<?> looking) || looking.question.get() != NONE) {
            return asking.answer();
        }
        Question asked = new Question(path, System.nanoTime());
        if (!looking.question.compareAndSet(NONE, asked)) {
            throw new GivenUpError();
        }
        A answer;
        try {
            answer = asking.answer();
        } catch (Exception e) {
            looking.answered(asked);
            throw e;
        }
        looking.answered(asked);
        return answer;
    }

    private void answered(Question asked) {
        if (!question.compareAndSet(asked, NONE)) {
            throw new GivenUpError();
        }
    }

    /** What came of it, when it has ended. */
    FutureTask<T> task() {
        return task;
    }

    /** Gives up if it has waited for one answer for so long; what it has asked is then returned. */
    Optional<Path> giveUpAfter(Duration patience) {
        Question asked = Objects.requireNonNull(question.get());
        boolean waits = asked != NONE && System.nanoTime() - asked.since > patience.toNanos();
        return waits && question.compareAndSet(asked, GIVEN_UP) ? Optional.of(asked.path.get()) : Optional.empty();
    }
}
