package io.rolemeter.publish.metrics;

import static io.rolemeter.publish.metrics.Exposition.OPEN_METRICS;
import static io.rolemeter.publish.metrics.Exposition.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpositionTest {
    @Test
    void prometheusGetsOpenMetrics() {
        assertThat(Exposition.accepted("application/openmetrics-text;version=1.0.0,"
                        + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"))
                .isEqualTo(OPEN_METRICS);
    }

    @Test
    void aBrowserAndNobodyInParticularGetText() {
        assertThat(Exposition.accepted("text/html,application/xhtml+xml,*/*;q=0.8"))
                .isEqualTo(TEXT);
        assertThat(Exposition.accepted("")).isEqualTo(TEXT);
    }

    @Test
    void whoLikesTextMoreGetsText() {
        assertThat(Exposition.accepted("application/openmetrics-text;q=0.3, text/plain;q=0.9"))
                .isEqualTo(TEXT);
        assertThat(Exposition.accepted("application/openmetrics-text;q=0")).isEqualTo(TEXT);
    }

    @Test
    void aBrokenHeaderIsNoError() {
        assertThat(Exposition.accepted(";,;;,q=,application/openmetrics-text;q=x"))
                .isEqualTo(TEXT);
    }
}
