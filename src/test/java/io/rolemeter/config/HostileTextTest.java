package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the file contains, the answer is settings or problems of one line each: never an exception, never a wait. */
class HostileTextTest {
    private static final String SEEDS = Configuration.defaultText()
            + "probes:\n- name: a\n  s3-get: {bucket: b, key: \"\\u00e9\"}\n  expect: 'denied'\n? |\n  block\n: >-\n  folded\n";
    private static final Pattern LINE = Pattern.compile("rolemeter\\.yml:\\d+: \\P{Cc}+");
    private static final String[] PIECES = {
        "\"\\U",
        "\"\\UFFFFFFFF\"",
        "%YAML 99999999999\n---\n",
        "%TAG ! x\n---\n",
        "!<",
        "!!",
        "&",
        "*",
        "<<: ",
        "? ",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "|9\n",
        ">+\n",
        "\t",
        "\n",
        "\r",
        "\u2028",
        "\uD800",
        "\uFEFF",
        "\u0000",
        "#",
        "'",
        "---\n",
        "...\n",
        "~",
        "@",
        "`",
        "0x",
        "1:1",
        "\uDBFF\uDFFF"
    };

    @Test
    void anyTextIsReadOrRefusedInLines() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            int from = random.nextInt(SEEDS.length());
            StringBuilder text = new StringBuilder(SEEDS.substring(from, Math.min(SEEDS.length(), from + 400)));
            for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
                String piece = PIECES[random.nextInt(PIECES.length)];
                text.insert(random.nextInt(text.length() + 1), piece);
            }
            List<String> problems = Reading.of(text.toString()).problems();
            assertThat(problems)
                    .as(text.toString())
                    .allMatch(line -> LINE.matcher(line).matches());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "- ", "? ", "a: 1\n", "\"", "x", "&a ", "[],"})
    void aMebibyteOfAnythingTakesSeconds(String piece) {
        String text = piece.repeat((1 << 20) / piece.length());
        assertTimeout(Duration.ofMinutes(1), () -> Reading.of("imds: {interval: [" + text));
    }

    @Test
    void aMebibyteOfUnknownKeysTakesSeconds() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 1 << 20; i++) {
            text.append('k').append(i).append(":\n");
        }
        List<String> problems = assertTimeout(
                Duration.ofMinutes(1), () -> Reading.of(text.toString()).problems());
        assertThat(problems).hasSize(101);
    }
}
