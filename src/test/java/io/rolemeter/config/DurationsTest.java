package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms,500", "30s,30000", "15m,900000", "6h,21600000", "2d,172800000", "1h30m,5400000", "1m1ms,60001"})
    void readsWhatPeopleWrite(String text, long millis) {
        assertThat(Durations.parse(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "15",
                "s",
                "15 s",
                "1.5h",
                "-1s",
                "+1s",
                "1S",
                "1min",
                "1m1h",
                "1s1s",
                "PT1S",
                "１s",
                "9999999999s"
            })
    void readsNothingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void readsBackWhatItWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Duration duration = Duration.ofMillis(random.nextLong(1L << random.nextInt(1, 50)));
            assertThat(Durations.parse(Durations.format(duration))).contains(duration);
        }
    }

    @Test
    void anyTextIsADurationOrIsNot() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(8), 0, 8).forEach(c -> text.append("019dhms ".charAt(c)));
            Durations.parse(text.toString())
                    .ifPresent(duration -> assertThat(Durations.parse(Durations.format(duration)))
                            .contains(duration));
        }
    }
}
