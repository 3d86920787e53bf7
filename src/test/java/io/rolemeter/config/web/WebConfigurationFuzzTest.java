package io.rolemeter.config.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class WebConfigurationFuzzTest {
    @TempDir
    private static Path folder;

    /** Inline certificates only: other files are none of a fuzzer's business. */
    @FuzzTest
    void everyFileIsAConfigurationOrProblemsThatQuoteNoKey(byte[] input) throws IOException {
        Path file = folder.resolve("web-config.yml");
        String text = Fuzzed.text(input).replace("_file", "_name");
        Files.writeString(file, text);

        String answer = Fuzzed.soon(() -> answer(file));

        Fuzzed.hidesKeys(answer);
        assertThat(answer.lines()).hasSizeLessThanOrEqualTo(101);
    }

    private static String answer(Path file) {
        try {
            return WebConfiguration.load(file).toString();
        } catch (ConfigurationException e) {
            return String.join("\n", e.problems());
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }
}
