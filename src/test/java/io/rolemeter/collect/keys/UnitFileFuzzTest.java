package io.rolemeter.collect.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.util.Set;

class UnitFileFuzzTest {
    @FuzzTest
    void foldersAndFilesOfAUnitAreAbsolute(byte[] input) {
        String text = Fuzzed.text(input);

        Specifiers specifiers = Specifiers.of("api@blue.service", Set.of(), Set.of(Specifiers.Manager.OF_HOST));
        UnitFile unit = Fuzzed.soon(() -> UnitFile.parse(specifiers, text, true));

        assertThat(unit.folders()).allMatch(path -> path.startsWith("/") || path.startsWith("%"));
        assertThat(unit.environmentFiles()).allMatch(path -> path.startsWith("/") || path.startsWith("%"));
        int length = unit.folders().stream().mapToInt(String::length).sum()
                + unit.environmentFiles().stream().mapToInt(String::length).sum();
        assertThat(length).isLessThanOrEqualTo(2 * text.length());
        assertThat(Fuzzed.soon(() -> UnitWords.of(text)).stream()
                        .mapToInt(String::length)
                        .sum())
                .isLessThanOrEqualTo(text.length());
        assertThat(Fuzzed.soon(() -> unit.expand(text))).hasSize(1);
        assertThat(UnitFile.isStarted(text, Set.of(text))).isTrue();
    }
}
