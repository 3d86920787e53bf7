package io.rolemeter.collect.keys.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class UnpackedFuzzTest {
    /** The bits of the first byte say how the rest is packed. Lines are those of what gzip holds, when it holds all. */
    @FuzzTest
    void keysInPackedTextsAreOnLinesOfTheOutermost(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] content = Fuzzed.text(Arrays.copyOfRange(input, 1, input.length)).getBytes(StandardCharsets.UTF_8);
        byte[] outermost = content;
        for (int bits = input[0] & 0xf; bits > 0; bits >>= 1) {
            boolean text = (bits & 1) == 0;
            content = text ? Base64.getMimeEncoder().encode(content) : gzip(content);
            outermost = text ? content : outermost;
        }
        byte[] packed = content;

        List<KeyMatch> keys = Fuzzed.soon(() -> Unpacked.of(packed).keys(TextFormat.LINES));

        long lines = lines(outermost);
        assertThat(keys).allSatisfy(key -> {
            assertThat((long) key.line()).isBetween(1L, lines);
            Fuzzed.hidesKeys(key.id());
        });
    }

    private static long lines(byte[] text) {
        long ends = 0;
        for (byte b : text) {
            ends += b == '\n' ? 1 : 0;
        }
        return ends + 1;
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
