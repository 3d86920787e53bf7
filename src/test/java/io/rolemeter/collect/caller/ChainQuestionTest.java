package io.rolemeter.collect.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.FailureReason;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChainQuestionTest {
    private static final CallerAnswer ANSWER = new CallerAnswer.Identified(
            CallerIdentity.of("arn:aws:iam::111122223333:user/app-backend", "111122223333"));
    private static final CallerAnswer HANGS = new CallerAnswer.Unidentified(
            FailureReason.TIMEOUT,
            "the default chain has not answered within 1 s: a credential_process of this process's user may hang");

    private final CountDownLatch hanging = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final ChainQuestion question = new ChainQuestion(Duration.ofSeconds(1));

    @AfterEach
    void release() {
        hanging.countDown();
    }

    @Test
    void whileAQuestionHangsNoOtherIsAsked() {
        assertThat(question.ask(this::hang)).isEqualTo(HANGS);
        assertThat(question.ask(this::hang)).isEqualTo(HANGS);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whenTheOldQuestionHasEndedItIsAskedAgain() {
        assertThat(question.ask(this::hang)).isEqualTo(HANGS);

        hanging.countDown();
        CallerAnswer later = question.ask(() -> ANSWER);
        while (later.equals(HANGS)) {
            later = question.ask(() -> ANSWER);
        }

        assertThat(later).isEqualTo(ANSWER);
    }

    @Test
    void whatBreaksOffIsAnAnswer() {
        assertThat(question.ask(() -> {
                    throw new IllegalStateException("AKIARTX3GSDSVIA23BC7");
                }))
                .isEqualTo(new CallerAnswer.Unidentified(
                        FailureReason.ERROR, "the SDK's default chain broke off: java.lang.IllegalStateException"));
    }

    /** As what reads from a pipe does, it does not hear of an interruption. */
    private CallerAnswer hang() {
        asked.incrementAndGet();
        while (true) {
            try {
                hanging.await();
                return ANSWER;
            } catch (InterruptedException e) {
                asked.get();
            }
        }
    }
}
