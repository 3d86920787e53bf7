package io.rolemeter.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final JsonMapper JACKSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                " \"a\\u0000\\ud83d\\ude00\\\"\" ",
                "{\"a\":{\"b\":[1,-2,3000000000,12345678901234567890,1.5,-0.0,1e300,true,false,null,\"\"]},\"\":[[],{}]}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} rest",
                "1e999"
            })
    void aTreeIsTheOneThatTheObjectMapperReadsAndWrites(String text) throws JsonProcessingException {
        JsonNode expected = JACKSON.readTree(text);

        assertThat(Json.read(text)).hasValue(expected);
        assertThat(Json.write(expected)).isEqualTo(expected.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "nul",
                "\"a",
                "]",
                "01",
                "NaN",
                "[1,]"
            })
    void whatIsNotJsonIsNoTree(String text) {
        assertThat(Json.read(text)).isEmpty();
    }

    @Test
    void nestingIsBounded() {
        assertThat(Json.read("[".repeat(1_000) + "]".repeat(1_000))).isPresent();
        assertThat(Json.read("[".repeat(1_001) + "]".repeat(1_001))).isEmpty();
        assertThat(Json.read("{\"a\":".repeat(1_000_000))).isEmpty();
    }

    @Test
    void numbersOfAnyLengthAreNotWorkedOnForLong() {
        assertThat(Json.read("1".repeat(1_001))).isEmpty();
        assertThat(Json.read("1".repeat(1_000)).flatMap(number -> Optional.of(number.asText())))
                .hasValue("1".repeat(1_000));
    }
}
