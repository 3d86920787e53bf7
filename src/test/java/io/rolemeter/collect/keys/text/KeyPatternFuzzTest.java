package io.rolemeter.collect.keys.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.model.KeyKind;
import java.util.List;

class KeyPatternFuzzTest {
    private static final List<TextFormat> ALL = List.of(TextFormat.values());

    /** The first byte says of which format the text is. */
    @FuzzTest
    void keysAreFoundOnLinesOfTheTextAndNeverShown(byte[] input) {
        if (input.length == 0) {
            return;
        }
        TextFormat format = ALL.get(Math.floorMod(input[0], ALL.size()));
        String text =
                Fuzzed.text(input).substring(Math.min(1, Fuzzed.text(input).length()));

        List<KeyMatch> keys = Fuzzed.soon(() -> KeyPattern.find(text, format));

        long lines = text.chars().filter(c -> c == '\n').count() + 1;
        int last = 1;
        for (KeyMatch key : keys) {
            assertThat((long) key.line()).isBetween((long) last, lines);
            last = key.line();
            assertThat(key.id().masked()).hasSize(20).contains("*".repeat(12));
            if (key.id().kind() != KeyKind.BEDROCK_API_KEY) {
                assertThat(text).contains(key.id().masked().substring(16));
            }
            Fuzzed.hidesKeys(key.id());
        }
        String masked = Fuzzed.soon(() -> KeyPattern.masked(text));
        assertThat(masked).hasSameSizeAs(text);
        assertThat(KeyPattern.masked(masked)).isEqualTo(masked);
        assertThat(KeyIds.in(masked)).isEmpty();
    }
}
