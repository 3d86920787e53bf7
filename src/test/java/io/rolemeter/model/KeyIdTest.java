package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyIdTest {
    private static final String TWELVE = "************";

    @ParameterizedTest
    @CsvSource({
        "AKIARTX3GSDSQUKE3JXF, 111122223333",
        "AKIAQAAAAAAGAUKE3JXF, 000000000012",
        "AKIA6RVFFB77QUKE3JXF, 999999999999"
    })
    void aNewIdCarriesItsAccount(String id, String account) {
        assertThat(KeyId.of(id)).contains(new KeyId("AKIA" + TWELVE + "3JXF", KeyKind.LONG_TERM, Optional.of(account)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIABTX3GSDSQUKE3JXF", "AKIA6RVFFCAAAUKE3JXF"})
    void anIdOfTheOldFormatOrWithThirteenDigitsCarriesNone(String id) {
        assertThat(KeyId.of(id)).contains(new KeyId("AKIA" + TWELVE + "3JXF", KeyKind.LONG_TERM, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIARTX3GSDSQUKE3JX",
                "AKIARTX3GSDSQUKE3JXFA",
                "AKIA1TX3GSDSQUKE3JXF",
                "AKIARTX3GSDSQUKE3JX0",
                "AKIARTX3gSDSQUKE3JXF",
                "AIDARTX3GSDSQUKE3JXF",
                "ABSKRTX3GSDSQUKE3JXF"
            })
    void whatIsNotTwentyCharactersOfBase32AfterAKnownPrefixIsNoId(String text) {
        assertThat(KeyId.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "=="})
    void aKeyOfBedrockShowsItsLastCharactersWithoutThePadding(String padding) {
        assertThat(KeyId.ofBedrock("ABSK" + "Rm/FrZQ+".repeat(12) + "wxyz" + padding))
                .isEqualTo(new KeyId("ABSK" + TWELVE + "wxyz", KeyKind.BEDROCK_API_KEY, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3JXF", "!~+="})
    void theMaskedFormOfAnIdIsKnown(String end) {
        assertThat(KeyId.isMasked("ASIA" + TWELVE + end, KeyKind.TEMPORARY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JXF", "33JXF", " JXF", "JX\u007f3", "JXF\u00e9", "J\nXF"})
    void whatEndsOtherwiseIsNoMaskedForm(String end) {
        assertThat(KeyId.isMasked("ASIA" + TWELVE + end, KeyKind.TEMPORARY)).isFalse();
    }

    @Test
    void aWholeIdOrTheMaskedFormOfAnotherKindIsNoMaskedForm() {
        assertThat(KeyId.isMasked("AKIARTX3GSDSQUKE3JXF", KeyKind.LONG_TERM)).isFalse();
        assertThat(KeyId.isMasked("AKIA" + TWELVE + "3JXF", KeyKind.TEMPORARY)).isFalse();
    }
}
