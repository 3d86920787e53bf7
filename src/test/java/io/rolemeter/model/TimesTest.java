package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void aSpanHasItsTwoGreatestUnits() {
        assertThat(Times.span(Duration.ofSeconds(8_020))).isEqualTo("2h 13m");
        assertThat(Times.span(Duration.ofHours(75))).isEqualTo("3d 3h");
        assertThat(Times.span(Duration.ofMinutes(-5))).isEqualTo("5m");
        assertThat(Times.span(Duration.ZERO)).isEqualTo("0s");
    }

    @Test
    void aMomentIsToldFromNow() {
        assertThat(Times.relative(NOW.plusSeconds(61), NOW)).isEqualTo("in 1m 1s");
        assertThat(Times.relative(NOW.minusSeconds(180), NOW)).isEqualTo("3m ago");
        assertThat(Times.when(NOW.plusSeconds(61), NOW)).isEqualTo("2026-11-21 10:01:01 UTC, in 1m 1s");
    }

    @Test
    void somethingShortIsToldInMilliseconds() {
        assertThat(Times.took(Duration.ofMillis(31))).isEqualTo("31 ms");
        assertThat(Times.took(Duration.ofMillis(2_460))).isEqualTo("2.5 s");
    }

    @Test
    void aSecondIsNoLongerToldInMilliseconds() {
        assertThat(Times.took(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Times.took(Duration.ofSeconds(1))).isEqualTo("1.0 s");
    }

    @Test
    void aMomentHasADayAndATimeOfDay() {
        assertThat(Times.day(NOW)).isEqualTo("2026-11-21");
        assertThat(Times.clock(NOW)).isEqualTo("10:00:00 UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void theFirstAndTheLastMomentAreRead(String text) {
        assertThat(Times.read(text)).contains(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "2026-11-21", "soon", ""})
    void whatLiesOutsideOfThemOrIsNoMomentIsNot(String text) {
        assertThat(Times.read(text)).isEmpty();
    }
}
