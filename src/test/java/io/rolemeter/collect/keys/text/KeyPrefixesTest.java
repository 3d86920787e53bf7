package io.rolemeter.collect.keys.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.KeyKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyPrefixesTest {
    @Test
    void itSeesAPrefixExactlyWhereAPlainSearchOfTheDecodedTextDoes() {
        Random random = new Random(20_261_126);
        byte[] alphabet = {
            'A', 'K', 'I', 'S', 'B', 'C', 'x', '\n', 0, (byte) 0xC3, (byte) 0xE2, (byte) 0xA9, (byte) 0xFF
        };
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[random.nextInt(24)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alphabet[random.nextInt(alphabet.length)];
            }
            int length = random.nextInt(bytes.length + 1);
            String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
            boolean stands = Stream.of(KeyKind.values()).anyMatch(kind -> text.contains(kind.prefix()));
            assertThat(KeyPrefixes.standIn(bytes, length)).as(text).isEqualTo(stands);
            assertThat(KeyPrefixes.standIn(text)).as(text).isEqualTo(stands);
        }
    }

    @Test
    void itMissesNoneInLongTextsWhereverTheyAreCut() {
        for (int at = 8_100; at < 8_300; at++) {
            for (String filling : List.of("x", "\u00e9", "\u20ac")) {
                String text = filling.repeat(at) + "AKIA" + filling.repeat(16_400 - at);
                assertThat(KeyPrefixes.standIn(text))
                        .as("%s at %d", filling, at)
                        .isTrue();
            }
        }
        assertThat(KeyPrefixes.standIn("AKIB".repeat(10_000))).isFalse();
    }
}
