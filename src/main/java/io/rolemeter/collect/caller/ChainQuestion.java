package io.rolemeter.collect.caller;

import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.FailureReason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks who the default chain is, but does not wait for ever: a {@code credential_process} runs as long as it likes, and the SDK
 * waits for it. While a question hangs no other is asked, so at most one thread is left behind; for that it outlives its
 * collector, and serves the next one.
 */
public final class ChainQuestion {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Duration patience;
    private Optional<Asked> last = Optional.empty();

    private record Asked(FutureTask<CallerAnswer> task, Thread thread, long nanos) {
        static Asked now(Callable<CallerAnswer> question) {
            FutureTask<CallerAnswer> task = new FutureTask<>(question);
            Thread thread = new Thread(task, "rolemeter-default-chain");
            thread.setDaemon(true);
            thread.start();
            return new Asked(task, thread, System.nanoTime());
        }

        /** @throws TimeoutException when it took longer than that since it was asked */
        CallerAnswer within(Duration patience) throws InterruptedException, TimeoutException {
            try {
                return task.get(patience.toNanos() - (System.nanoTime() - nanos), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                return new CallerAnswer.Unidentified(
                        FailureReason.ERROR,
                        "the SDK's default chain broke off: "
                                + Optional.ofNullable(e.getCause())
                                        .orElse(e)
                                        .getClass()
                                        .getName());
            }
        }
    }

    public ChainQuestion() {
        this(PATIENCE);
    }

    ChainQuestion(Duration patience) {
        this.patience = patience;
    }

    /** An interrupt is passed on, and found by the caller afterwards. */
    synchronized CallerAnswer ask(Callable<CallerAnswer> question) {
        try {
            if (last.isPresent()) {
                last.get().within(patience);
            }
            last = Optional.of(Asked.now(question));
            return last.get().within(patience);
        } catch (TimeoutException e) {
            last.ifPresent(asked -> asked.thread().interrupt());
            return unanswered();
        } catch (InterruptedException e) {
            last.ifPresent(asked -> asked.thread().interrupt());
            Thread.currentThread().interrupt();
            return unanswered();
        }
    }

    private CallerAnswer unanswered() {
        return new CallerAnswer.Unidentified(
                FailureReason.TIMEOUT,
                "the default chain has not answered within " + patience.toSeconds()
                        + " s: a credential_process of this process's user may hang");
    }
}
