package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;

class ScalarsFuzzTest {
    @FuzzTest
    void aValueIsReadAsItIsWritten(byte[] input) {
        String text = Fuzzed.text(input);

        Fuzzed.soon(() -> Durations.parse(text))
                .filter(duration -> duration.toDays() < 1_000_000_000)
                .ifPresent(duration ->
                        assertThat(Durations.parse(Durations.format(duration))).contains(duration));
        Fuzzed.soon(() -> ListenAddress.of(text))
                .ifPresent(address ->
                        assertThat(ListenAddress.of(address.toString())).contains(address));
        Fuzzed.hidesKeys(Fuzzed.soon(() -> Quoted.of(text)));
        assertThat(Quoted.of(text)).hasSizeLessThanOrEqualTo(63).doesNotContainPattern("\\p{Cntrl}");
        Scalars.number(text).ifPresent(number -> assertThat(text).isEqualTo(String.valueOf(number)));
        Scalars.flag(text);
    }
}
