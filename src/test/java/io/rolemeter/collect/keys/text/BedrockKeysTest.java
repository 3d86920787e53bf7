package io.rolemeter.collect.keys.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockKeysTest {
    @ParameterizedTest
    @CsvSource({"108, false", "109, true", "269, true", "270, false"})
    void aKeyHasBetween109And269CharactersAfterItsPrefix(int length, boolean found) {
        String key = key(length);

        assertThat(BedrockKeys.in(" " + key + " "))
                .isEqualTo(found ? List.of(new Region(1, 1 + key.length())) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "=, 1", "==, 2", "===, 2", "=a, 1"})
    void upToTwoCharactersOfPaddingBelongToIt(String after, int padding) {
        String key = key(120);

        assertThat(BedrockKeys.in(key + after)).containsExactly(new Region(0, key.length() + padding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0"})
    void whatGoesOnBeforeItIsSomethingElse(String before) {
        assertThat(BedrockKeys.in(before + key(120))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "\"", "/", "+", "_", "\\n", "%3D"})
    void aKeyMayStandBehindASign(String before) {
        assertThat(BedrockKeys.in(before + key(120)))
                .containsExactly(new Region(before.length(), before.length() + 124));
    }

    @Test
    void fifteenDifferentCharactersAreNoKeyAndSixteenAre() {
        String fifteen = "ABSK" + "abcdefghijk".repeat(10);
        String sixteen = "ABSK" + "abcdefghijkl".repeat(10);

        assertThat(BedrockKeys.in(fifteen)).isEmpty();
        assertThat(BedrockKeys.in(sixteen)).containsExactly(new Region(0, sixteen.length()));
    }

    @Test
    void severalAreFoundInTheirOrderAndAThousandAtMost() {
        String key = key(109);

        assertThat(BedrockKeys.in(key + "\n" + key)).containsExactly(new Region(0, 113), new Region(114, 227));
        assertThat(BedrockKeys.in((key + "\n").repeat(1_001))).hasSize(1_000);
        assertThat(BedrockKeys.in("ABSK ABSK " + key)).containsExactly(new Region(10, 123));
    }

    private static String key(int length) {
        return "ABSK" + "abcdefghijklmnopqrstuvwxyz0123456789".repeat(8).substring(0, length);
    }
}
