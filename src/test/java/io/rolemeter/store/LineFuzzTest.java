package io.rolemeter.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.model.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

class LineFuzzTest {
    private static final String FIELD = "a";

    @FuzzTest
    void aQuestionIsAnsweredWithinItsBoundsOrRefused(byte[] input) {
        String text = Fuzzed.text(input);
        ask(text, line -> assertThat(line.type()).hasSizeLessThanOrEqualTo(4096));
        ask(text, line -> assertThat(line.text(FIELD)).hasSizeLessThanOrEqualTo(4096));
        ask(text, line -> Fuzzed.hidesKeys(line.safeText(FIELD)));
        ask(text, line -> assertThat(line.number(FIELD, 10)).isBetween(0L, 10L));
        ask(
                text,
                line -> assertThat(line.seconds(FIELD, Duration.ofDays(1)).abs())
                        .isLessThanOrEqualTo(Duration.ofDays(1)));
        ask(
                text,
                line -> assertThat(Duration.between(line.moment(FIELD), Instant.EPOCH)
                                .toMillis())
                        .isLessThan(1L << 50));
        ask(text, line -> assertThat(line.flag(FIELD)).isIn(true, false));
        ask(text, line -> assertThat(line.labels(FIELD, Place.values(), 3)).hasSizeLessThanOrEqualTo(3));
        ask(text, line -> assertThat(line.texts(FIELD, 3)).hasSizeLessThanOrEqualTo(3));
        ask(text, line -> assertThat(line.numbers(FIELD, 3)).allMatch(number -> number >= 0));
        ask(text, line -> assertThat(line.lines(FIELD, 3)).hasSizeLessThanOrEqualTo(3));
    }

    private static void ask(String text, Consumer<Line> question) {
        try {
            question.accept(Fuzzed.soon(() -> Line.parse(text)));
        } catch (MalformedLineException e) {
            Fuzzed.hidesKeys(e.getMessage());
        }
    }
}
