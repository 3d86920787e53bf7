package io.rolemeter.collect.keys.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BracesTest {
    /** The id is the word {@code here} in a string; the object around it is what stands between the arrows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "→{\"a\":\"here\"}←",
                "{\"b\":→{\"a\":\"here\"}←}",
                "→{\"b\":{\"c\":1},\"a\":\"here\"}←",
                "→{\"a\":\"here\",\"b\":{\"c\":1}}←,{}",
                "[→{\"c\":\"}\",\"a\":\"here\",\"d\":\"{\"}←]",
                "→{\"c\":\"\\\"}\",\"a\":\"here\",\"d\":\"\\\"{\"}←",
                "→{\"c\":\"\\\\\",\"a\":\"here\",\"d\":\"\\\\\"}←",
                "{\"x\":[{\"y\":{}},→{\"z\":[{}],\"a\":\"here\"}←]}"
            })
    void theInnermostObjectAroundAnIdIsFound(String marked) {
        String text = marked.replace("→", "").replace("←", "");
        int from = marked.indexOf('→');

        assertThat(Braces.around(text, text.indexOf("here")))
                .hasValue(new Region(from, marked.replace("→", "").indexOf('←')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"here\"", "{\"a\":\"here\"", "\"a\":\"here\"}", "{}\"here\"{}", "[\"here\"]"})
    void withoutItsBracesThereIsNone(String text) {
        assertThat(Braces.around(text, text.indexOf("here"))).isEmpty();
    }

    @Test
    void bracesThatAreFarAwayAreNotFollowed() {
        int most = 32 << 10;
        String near = "{\"a\":\"" + "x".repeat(most - 6);

        assertThat(Braces.around(near + "here\"}", near.length())).hasValue(new Region(0, near.length() + 6));
        assertThat(Braces.around("{" + near.substring(1) + "xhere\"}", near.length() + 1))
                .isEmpty();
        String after = "{\"a\":\"here";
        assertThat(Braces.around(after + "x".repeat(most - 6) + "\"}", 6))
                .isEqualTo(Optional.of(new Region(0, after.length() + most - 4)));
        assertThat(Braces.around(after + "x".repeat(most - 5) + "\"}", 6)).isEmpty();
    }
}
