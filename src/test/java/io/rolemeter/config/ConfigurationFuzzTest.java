package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;

class ConfigurationFuzzTest {
    @FuzzTest
    void everyTextIsSettingsOrProblemsThatQuoteNoKey(byte[] input) {
        String text = Fuzzed.text(input);

        Reading reading = Fuzzed.soon(() -> Reading.of(text));

        assertThat(reading.problems()).hasSizeLessThanOrEqualTo(101).allSatisfy(problem -> {
            assertThat(problem)
                    .startsWith("rolemeter.yml")
                    .hasSizeLessThan(2000)
                    .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
            Fuzzed.hidesKeys(problem);
        });
        assertThat(Reading.of(text).problems()).isEqualTo(reading.problems());
    }
}
