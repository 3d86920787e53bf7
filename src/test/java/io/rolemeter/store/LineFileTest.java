package io.rolemeter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
    private static final LineFile.Limits LIMITS = new LineFile.Limits(100_000, 10_000);

    @TempDir
    private Path directory;

    private List<String> lines(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("lines"), text);
        List<String> lines = new ArrayList<>();
        LineFile.read(file, LIMITS, lines::add);
        return lines;
    }

    @Test
    void theLastLineMayLackItsEnd() throws IOException {
        assertThat(lines("")).isEmpty();
        assertThat(lines("one\n")).containsExactly("one");
        assertThat(lines("one\n\ntwo")).containsExactly("one", "", "two");
    }

    @Test
    void linesOfAllLengthsAreWholeWhereverTheyBegin() throws IOException {
        List<String> written =
                IntStream.range(0, 300).mapToObj("\u00e4"::repeat).toList();

        assertThat(lines(String.join("\n", written))).isEqualTo(written);
    }

    @Test
    void whatIsOverALimitIsRefused() throws IOException {
        assertThat(lines("x".repeat(10_000) + "\n" + "y".repeat(10_000)))
                .allSatisfy(line -> assertThat(line).hasSize(10_000));
        assertThatThrownBy(() -> lines("a\n" + "x".repeat(10_001) + "\n"))
                .hasMessageContaining("has a line of over 10000 bytes");
        assertThat(lines("x\n".repeat(50_000))).hasSize(50_000);
        assertThatThrownBy(() -> lines("x\n".repeat(50_000) + "\n"))
                .hasMessageContaining("is larger than 100000 bytes");
    }
}
