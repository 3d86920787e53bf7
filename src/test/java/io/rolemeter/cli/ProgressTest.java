package io.rolemeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter written = new StringWriter();

    @Test
    void itShowsOneLineAfterTheOtherInTheSamePlaceAndErasesTheLast() {
        try (Progress progress = new Progress(new PrintWriter(written), true)) {
            progress.accept("looking at role");
            progress.accept("probe read-source");
        }

        assertThat(written).hasToString("\r\u001b[Klooking at role …\r\u001b[Kprobe read-source …\r\u001b[K");
    }

    @Test
    void itIsSilentWhereNobodyLooks() {
        try (Progress progress = new Progress(new PrintWriter(written), false)) {
            progress.accept("looking at role");
        }

        assertThat(written.toString()).isEmpty();
    }

    @Test
    void nothingIsShownAfterTheEnd() {
        Progress progress = new Progress(new PrintWriter(written), true);
        progress.close();
        int end = written.toString().length();

        progress.accept("a probe that was late");

        assertThat(written.toString()).hasSize(end);
    }

    @Test
    void aTerminalThatCannotEraseOrWantsNoColourIsLeftAlone() {
        assertThat(Terminal.erases(Map.of("TERM", "xterm"))).isTrue();
        assertThat(Terminal.erases(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.erases(Map.of())).isFalse();
        assertThat(Terminal.erases(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.erases(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
    }
}
