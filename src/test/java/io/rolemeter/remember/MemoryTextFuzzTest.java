package io.rolemeter.remember;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.model.Memory;
import io.rolemeter.model.Times;
import java.time.Instant;

class MemoryTextFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @FuzzTest
    void whatIsReadIsReadAgainAsItWasWritten(byte[] input) {
        String text = Fuzzed.text(input);

        Memory memory = Fuzzed.soon(() -> read(text));

        assertThat(read(MemoryText.write(memory))).isEqualTo(memory);
        memory.history()
                .forEach(change -> assertThat(Times.when(change.at(), NOW)).hasSizeLessThan(60));
        memory.standing()
                .forEach(one -> assertThat(Times.when(one.since(), NOW)).hasSizeLessThan(60));
    }

    private static Memory read(String text) {
        MemoryText.Reader reader = new MemoryText.Reader();
        text.lines().forEach(reader::take);
        return reader.memory();
    }
}
