package io.rolemeter.collect.keys.text;

import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeyKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPatternTest {
    private static final String ID = "AKIARTX3GSDSVIA23BC7";
    private static final String SECRET_LINE = "\nAWS_SECRET_ACCESS_KEY=" + SECRET + "\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_ACCESS_KEY_ID=AKIARTX3GSDSVIA23BC7\nAWS_SECRET_ACCESS_KEY=x",
                "export AWS_ACCESS_KEY_ID=\"AKIARTX3GSDSVIA23BC7\"\nexport AWS_SECRET_ACCESS_KEY='x'",
                "AWS_ACCESS_KEY_ID: AKIARTX3GSDSVIA23BC7\nAWS_SECRET_ACCESS_KEY: x",
                "\uFEFFAWS_ACCESS_KEY_ID=AKIARTX3GSDSVIA23BC7\r\nAWS_SECRET_ACCESS_KEY=x\r\n",
                "accessKeyId: 'AKIARTX3GSDSVIA23BC7', secretAccessKey: 'x'",
                "{\"accessKeyId\":\"AKIARTX3GSDSVIA23BC7\",\"secretAccessKey\":\"x\"}",
                "\"{\\\"accessKeyId\\\":\\\"AKIARTX3GSDSVIA23BC7\\\",\\\"secretAccessKey\\\":\\\"x\\\"}\"",
                "-Daws.accessKeyId=AKIARTX3GSDSVIA23BC7 -Daws.secretKey=x",
                "-Daws.accessKeyId=AKIARTX3GSDSVIA23BC7 -Daws.secretAccessKey=x",
                "aws configure set aws_access_key_id AKIARTX3GSDSVIA23BC7; aws configure set aws_secret_access_key"
                        + " FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T",
                "AKIARTX3GSDSVIA23BC7:FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T",
                "{\"id\": \"AKIARTX3GSDSVIA23BC7\", \"key\": \"FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+\\/T\"}",
                "\"id=AKIARTX3GSDSVIA23BC7\\nkey=FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T\\n\"",
                "s3://AKIARTX3GSDSVIA23BC7:FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae%2B%2FT@bucket",
                "id%3DAKIARTX3GSDSVIA23BC7%26key%3DFAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae%2b%2fT%0A",
                "{\"id\":\"AKIARTX3GSDSVIA23BC7\",\"key\":\"FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae\\u002B\\/T\"}",
                "id: AKIARTX3GSDSVIA23BC7\nsecret_key: >-\n  FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T\n",
            })
    void anIdWithAUsableSecretIsAKey(String text) {
        assertThat(KeyPattern.find(text, TextFormat.LINES))
                .containsExactly(new KeyMatch(KeyId.of(ID).orElseThrow(), 1, false, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIARTX3GSDSVIA23BC", // 19 characters
                "AKIARTX3GSDSVIA23BC77", // 21 characters
                "XAKIARTX3GSDSVIA23BC7", // not its beginning
                "AKIARTX3GSDSVIA23BC1", // 1 is not in base 32
                "AKIAIOSFODNN7EXAMPLE",
                "AKIAI44QH8DHBEXAMPLE",
                "AKIAXXXXXXXXXXXXXXXX",
                "AIDARTX3GSDSVIA23BC7",
                "AROARTX3GSDSVIA23BC7",
                "AIPARTX3GSDSVIA23BC7",
                "akiartx3gsdsvia23bc7",
            })
    void whatOnlyResemblesAnIdIsNoKey(String nearMiss) {
        assertThat(KeyPattern.find("AWS_ACCESS_KEY_ID=" + nearMiss + SECRET_LINE, TextFormat.LINES))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AWS_SECRET_ACCESS_KEY=\n",
                "AWS_SECRET_ACCESS_KEY=\"\"\n",
                "AWS_SECRET_ACCESS_KEY= # in the vault\n",
                "AWS_SECRET_ACCESS_KEY=${SECRET}\n",
                "secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,\n",
                "secretAccessKey: null,\n",
                "AWS_SECRET_ACCESS_KEY_FILE=/run/secrets/aws\n",
                "SECRET_KEY=changeme\n",
                "commit=3f786850e387550fdab836ed7e6dc881de23001b\n",
                "path=/usr/local/share/applications/desktop/xx\n",
                "token=FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/Tx\n",
                "\n\n\n\n\n\n\n\n\n\n\n\nAWS_SECRET_ACCESS_KEY=FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T\n",
            })
    void anIdWithoutAUsableSecretNearItIsNoKey(String rest) {
        assertThat(KeyPattern.find("AWS_ACCESS_KEY_ID=" + ID + "\n" + rest, TextFormat.LINES))
                .isEmpty();
    }

    @Test
    void theSecretOfAnotherObjectDoesNotCount() {
        String json = "{\"a\":{\"AWS_ACCESS_KEY_ID\":\"" + ID + "\"},\"b\":{\"AWS_SECRET_ACCESS_KEY\":\"x\"}}";
        assertThat(KeyPattern.find(json, TextFormat.JSON)).isEmpty();
        assertThat(KeyPattern.find(json.replace("},\"b\":{", ",\"}\":\"{\","), TextFormat.JSON))
                .hasSize(1);
    }

    @Test
    void theSecretOfAnotherSectionDoesNotCount() {
        String ini = "[a]\naws_access_key_id=" + ID + "\n[b]\naws_secret_access_key=x\n";
        assertThat(KeyPattern.find(ini, TextFormat.INI)).isEmpty();
        assertThat(KeyPattern.find(ini.replace("[b]", "region=x"), TextFormat.INI))
                .containsExactly(new KeyMatch(KeyId.of(ID).orElseThrow(), 2, false, Optional.of("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "# ", "  #", "//", "/* kept\n", "X=abc #", "\uFEFF#", "dir='C:\\\\' // "})
    void aKeyBehindACommentIsCommented(String comment) {
        assertThat(behind(comment, TextFormat.LINES)).hasSize(1).allMatch(KeyMatch::commented);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# see below\n",
                "A='#' ",
                "url=http://host/ ",
                "/* note */\n",
                "PATHS=/srv/*\n",
                "N=a#b ",
                "dir=\"C:\\\\\", site=\"//x\", "
            })
    void aKeyBesideACommentIsNot(String before) {
        assertThat(beside(before, TextFormat.LINES)).hasSize(1).noneMatch(KeyMatch::commented);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "  # ", "X=abc#", "X=abc #", "//"})
    void dotenvEndsAValueAtAHashInsideOfAWord(String comment) {
        assertThat(behind(comment, TextFormat.DOTENV)).hasSize(1).allMatch(KeyMatch::commented);
        assertThat(beside("A='#' /*: x\n", TextFormat.DOTENV)).hasSize(1).noneMatch(KeyMatch::commented);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "  # ", "X=abc #", "//", "DIR='C:\\' # "})
    void shellAndYamlCommentWhereAWordBegins(String comment) {
        assertThat(behind(comment, TextFormat.SCRIPT)).hasSize(1).allMatch(KeyMatch::commented);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N=a#b ", "/*: x\n", "site: //x ", "A='#' "})
    void shellAndYamlHaveNoOtherComments(String before) {
        assertThat(beside(before, TextFormat.SCRIPT)).hasSize(1).noneMatch(KeyMatch::commented);
    }

    @Test
    void unitsAndCrontabsCommentOnlyWholeLines() {
        for (String comment : List.of("#", "  # ", ";")) {
            assertThat(behind(comment, TextFormat.UNIT)).hasSize(1).allMatch(KeyMatch::commented);
        }
        for (String before : List.of("Environment=DB_PASS=ab#cd ", "N=a #b ", "N=a //b ", "/*\n")) {
            assertThat(beside(before, TextFormat.UNIT)).hasSize(1).noneMatch(KeyMatch::commented);
        }
    }

    @Test
    void aBackslashBeforeTheEndOfAStringDoesNotHideThatItEnds() {
        String json = "{\"dir\":\"C:\\\\\",\"site\":\"//x\",\"aws\":{\"AWS_ACCESS_KEY_ID\":\"" + ID
                + "\",\"AWS_SECRET_ACCESS_KEY\":\"x\"}}";
        assertThat(KeyPattern.find(json, TextFormat.JSON)).hasSize(1).noneMatch(KeyMatch::commented);
        assertThat(KeyPattern.find(json.replace("\"site\"", "// \"site\""), TextFormat.JSON))
                .hasSize(1)
                .allMatch(KeyMatch::commented);
    }

    private static List<KeyMatch> behind(String comment, TextFormat format) {
        return KeyPattern.find(
                comment + "AWS_ACCESS_KEY_ID=" + ID + "\n" + comment + "AWS_SECRET_ACCESS_KEY=x\n", format);
    }

    private static List<KeyMatch> beside(String before, TextFormat format) {
        return KeyPattern.find(before + "AWS_ACCESS_KEY_ID=" + ID + " AWS_SECRET_ACCESS_KEY=x\n", format);
    }

    @Test
    void halfACommentedPairIsCommentedToo() {
        String idOnly = "#AWS_ACCESS_KEY_ID=" + ID + "\nAWS_SECRET_ACCESS_KEY=x\n";
        String secretOnly = "AWS_ACCESS_KEY_ID=" + ID + "\n#AWS_SECRET_ACCESS_KEY=x\n";
        for (String text : List.of(idOnly, secretOnly)) {
            assertThat(KeyPattern.find(text, TextFormat.LINES)).hasSize(1).allMatch(KeyMatch::commented);
        }
    }

    @Test
    void aCommentedIdDoesNotTakeTheSecretOfTheKeyThatReplacedIt() {
        String text = "#AWS_ACCESS_KEY_ID=" + ID + "\n" + FakeHost.pair("AKIARTX3GSDSNEWKEY22");
        assertThat(KeyPattern.find(text, TextFormat.LINES))
                .extracting(match -> match.id().masked())
                .containsExactly("AKIA************EY22");
    }

    @Test
    void aSemicolonCommentsInIniOnly() {
        String text = "[default]\n;aws_access_key_id=" + ID + "\n;aws_secret_access_key=x\n";
        assertThat(KeyPattern.find(text, TextFormat.INI)).allMatch(KeyMatch::commented);
        assertThat(KeyPattern.find(text, TextFormat.LINES)).noneMatch(KeyMatch::commented);
    }

    @Test
    void anApiKeyOfBedrockNeedsNoSecretAndShowsFourOfItsCharacters() {
        String key = "ABSKQmVkcm9ja0FQSUtleS1mYWtlLWF0LTExMTEyMjIyMzMzMzo" + "aB3dE5gH7jK9mN1p".repeat(5) + "Zz9x=";
        assertThat(KeyPattern.find("AWS_BEARER_TOKEN_BEDROCK=" + key + "\n", TextFormat.LINES))
                .containsExactly(new KeyMatch(
                        new KeyId("ABSK************Zz9x", KeyKind.BEDROCK_API_KEY, Optional.empty()),
                        1,
                        false,
                        Optional.empty()));
        assertThat(KeyPattern.find("#" + key, TextFormat.LINES)).allMatch(KeyMatch::commented);
        for (String nearMiss : List.of(
                key.substring(0, 100),
                "x" + key,
                "ABSK" + "a".repeat(120),
                key.replace("=", "").repeat(3))) {
            assertThat(KeyPattern.find(nearMiss, TextFormat.LINES)).isEmpty();
        }
    }

    @Test
    void markupIsCommentedAsAWhole() {
        String pair = "<name>fs.s3a.access.key</name><value>" + ID + "</value>\n<value>" + SECRET + "</value>\n";
        assertThat(KeyPattern.find("<a>\n<!-- old -->\n" + pair, TextFormat.XML))
                .noneMatch(KeyMatch::commented)
                .hasSize(1);
        assertThat(KeyPattern.find("<a>\n<!--\n" + pair + "-->", TextFormat.XML))
                .allMatch(KeyMatch::commented)
                .hasSize(1);
    }

    @Test
    void aSessionKeyIsTemporary() {
        assertThat(KeyPattern.find(FakeHost.pair("ASIARTX3GSDSVIA23BC7"), TextFormat.LINES))
                .extracting(match -> match.id().kind())
                .containsExactly(KeyKind.TEMPORARY);
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void noTextMakesItThrow(TextFormat format) {
        Random random = new Random(20_261_121);
        String[] pieces = {
            ID,
            SECRET,
            "aws_secret_access_key",
            "=",
            ":",
            "\"",
            "'",
            "\\",
            "/",
            "*",
            "#",
            ";",
            "{",
            "}",
            "[",
            "]",
            "\n",
            "\r",
            "\0",
            " ",
            "AKIA",
            "secret",
            "x"
        };
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] noise = new byte[random.nextInt(20)];
            random.nextBytes(noise);
            text.insert(random.nextInt(text.length() + 1), new String(noise, StandardCharsets.UTF_8));
            assertThat(KeyPattern.find(text.toString(), format)).hasSizeLessThan(41);
        }
    }
}
