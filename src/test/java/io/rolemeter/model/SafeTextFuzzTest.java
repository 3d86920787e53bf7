package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.util.regex.Pattern;

class SafeTextFuzzTest {
    private static final Pattern ANY_ID = Pattern.compile("(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}");
    private static final Pattern ALONE = Pattern.compile("(?<![A-Za-z0-9+/%:])" + Fuzzed.SECRET + "(?![A-Za-z0-9+/%])");

    @FuzzTest
    void whatIsShownIsOneShortLineWithoutKeys(byte[] input) {
        String text = Fuzzed.text(input);

        String line = Fuzzed.soon(() -> SafeText.of(text));
        String foreign = SafeText.foreignArn(text);
        String path = SafeText.path(text);
        String name = SafeText.name(text);

        assertThat(line).hasSizeLessThanOrEqualTo(500).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
        assertThat(foreign).hasSizeLessThanOrEqualTo(500).doesNotContain(Fuzzed.SECRET);
        assertThat(path).hasSizeLessThanOrEqualTo(4096).doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f]");
        for (String shown : new String[] {line, foreign, path, name}) {
            assertThat(shown).doesNotContainPattern(ANY_ID);
            assertThat(halves(shown)).isLessThanOrEqualTo(halves(text));
        }
        assertThat(path + name).doesNotContain(Fuzzed.SECRET);
        if (!text.contains("arn:aws")) {
            assertThat(line).doesNotContainPattern(ALONE);
        }
        assertThat(SafeText.name(name)).isEqualTo(name);
        assertThat(SafeText.path(path)).isEqualTo(path);
    }

    /** Surrogates that have lost their other half. */
    private static long halves(String text) {
        return text.codePoints()
                .filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                .count();
    }
}
