package io.rolemeter.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.publish.Hosts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void aSpanHasItsTwoGreatestUnits() {
        assertThat(Times.span(Duration.ofSeconds(8_020))).isEqualTo("2h 13m");
        assertThat(Times.span(Duration.ofHours(75))).isEqualTo("3d 3h");
        assertThat(Times.span(Duration.ofMinutes(-5))).isEqualTo("5m");
        assertThat(Times.span(Duration.ZERO)).isEqualTo("0s");
    }

    @Test
    void aMomentIsToldFromNow() {
        assertThat(Times.relative(Hosts.NOW.plusSeconds(61), Hosts.NOW)).isEqualTo("in 1m 1s");
        assertThat(Times.relative(Hosts.NOW.minusSeconds(180), Hosts.NOW)).isEqualTo("3m ago");
    }

    @Test
    void somethingShortIsToldInMilliseconds() {
        assertThat(Times.took(Duration.ofMillis(31))).isEqualTo("31 ms");
        assertThat(Times.took(Duration.ofMillis(2_460))).isEqualTo("2.5 s");
    }
}
