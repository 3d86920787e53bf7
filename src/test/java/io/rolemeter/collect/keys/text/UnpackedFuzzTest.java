package io.rolemeter.collect.keys.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class UnpackedFuzzTest {
    /** The bits of the first byte say how the rest is packed. */
    @FuzzTest
    void keysInPackedTextsAreOnLinesOfTheOutermost(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] content = Fuzzed.text(java.util.Arrays.copyOfRange(input, 1, input.length))
                .getBytes(StandardCharsets.UTF_8);
        for (int bits = input[0] & 0xf; bits > 0; bits >>= 1) {
            content = (bits & 1) == 0 ? Base64.getMimeEncoder().encode(content) : gzip(content);
        }
        byte[] packed = content;

        List<KeyMatch> keys = Fuzzed.soon(() -> Unpacked.of(packed).keys(TextFormat.LINES));

        long lines = new String(packed, StandardCharsets.UTF_8)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        assertThat(keys).allSatisfy(key -> {
            assertThat((long) key.line()).isBetween(1L, lines + 1);
            Fuzzed.hidesKeys(key.id());
        });
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
