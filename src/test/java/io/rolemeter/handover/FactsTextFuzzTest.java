package io.rolemeter.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.model.Times;
import io.rolemeter.store.MalformedLineException;
import java.time.Instant;
import java.util.Optional;

class FactsTextFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    /** The last line is made to fit, which no fuzzer would hit. */
    @FuzzTest
    void factsAreBelievedAsAWholeAndShowNoKey(byte[] input) {
        String text = Fuzzed.text(input);
        String ended = text + "\n{\"type\":\"end\",\"lines\":" + text.lines().count() + "}";

        Fuzzed.soon(() -> read(text));
        Optional<ScannedFacts> facts = Fuzzed.soon(() -> read(ended));

        facts.ifPresent(read -> {
            Fuzzed.hidesIds(read);
            assertThat(Times.when(read.at(), NOW)).hasSizeLessThan(60);
            assertThat(read(FactsText.write(read))).contains(read);
        });
    }

    private static Optional<ScannedFacts> read(String text) {
        FactsText.Reader reader = new FactsText.Reader();
        try {
            text.lines().forEach(reader::take);
            return Optional.of(reader.facts());
        } catch (MalformedLineException | RefusedFactsException e) {
            Fuzzed.hidesKeys(e.getMessage());
        } catch (FactsText.NewerFormatException e) {
            assertThat(e.getMessage()).isNull();
        }
        return Optional.empty();
    }
}
