package io.rolemeter.collect.keys.text;

import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackedTest {
    private static final String KEY =
            "\n\nAWS_ACCESS_KEY_ID=AKIARTX3GSDSVIA23BC7\nAWS_SECRET_ACCESS_KEY=" + SECRET + "\n";
    private static final int MIB = 1 << 20;

    @Test
    void aPlainTextIsReadAsItIs() {
        assertThat(lines(bytes(KEY))).containsExactly(3);
        assertThat(Unpacked.of(bytes(KEY)).isWhole()).isTrue();
    }

    @Test
    void whatGzipHoldsKeepsItsLines() throws IOException {
        assertThat(lines(gzip(bytes(KEY)))).containsExactly(3);
        assertThat(lines(gzip(gzip(bytes(KEY))))).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "#cloud-config\n%s", "a: b\n\n\ncontent: %s\n", "content: \"%s\"\n"})
    void aKeyInBaseSixtyFourIsOnTheLineWhereItsPackingBegins(String around) throws IOException {
        int line = (int) around.substring(0, around.indexOf('%'))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;

        assertThat(lines(bytes(String.format(around, base64(bytes(KEY)))))).containsExactly(line);
        assertThat(lines(bytes(String.format(around, base64(gzip(bytes(KEY)))))))
                .containsExactly(line);
        assertThat(lines(bytes(String.format(around, base64(bytes("a text before\n" + base64(bytes(KEY))))))))
                .containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n    ", "\n\t"})
    void linesOfBaseSixtyFourFollowEachOther(String between) {
        String mime = Base64.getMimeEncoder(76, bytes(between)).encodeToString(bytes("x".repeat(200) + KEY));

        assertThat(lines(bytes("MIME-Version: 1.0\n\n" + mime + "\n--end\n"))).containsExactly(3);
    }

    @Test
    void twoPackagesEachHaveTheirLine() {
        String text = base64(bytes(KEY)) + "\n# one line\n# another\n" + base64(bytes(KEY)) + "\n";

        assertThat(lines(bytes(text))).containsExactly(1, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENV=%s\n", "export ENV=\"%s\"\n", "a=b&ENV='%s'", "ENV=%s=%s"})
    void anEqualsSignBeforeAPackageIsNoneOfIt(String around) {
        for (String end : List.of("", "x", "xx")) {
            String packed = base64(bytes(KEY + end));
            assertThat(lines(bytes(around.replace("%s", packed)))).contains(1);
            assertThat(lines(bytes(around.replace("%s", packed.replace("=", "")))))
                    .contains(1);
        }
    }

    @Test
    void aShortLineIsTheLastOfItsPackage() {
        String half = base64(bytes("x".repeat(29)));
        assertThat(half).hasSize(40);
        String packed = base64(bytes(KEY));

        assertThat(lines(bytes("word\n" + packed))).containsExactly(2);
        assertThat(lines(bytes(packed.substring(0, 39) + "\n" + packed.substring(39))))
                .isEmpty();
        assertThat(lines(bytes(packed.substring(0, 40) + "\n" + packed.substring(40))))
                .containsExactly(1);
    }

    @Test
    void aRunThatIsTooShortForAKeyIsNotOpened() throws IOException {
        Unpacked small = Unpacked.of(bytes(base64(bytes("\1".repeat(40) + KEY))));

        assertThat(small.keys(TextFormat.LINES)).isEmpty();
        assertThat(small.isWhole()).isTrue();
        assertThat(lines(bytes(base64(bytes("\1".repeat(3) + KEY))))).containsExactly(1);
        assertThat(Unpacked.of(gzip(new byte[0])).isWhole()).isTrue();
    }

    @Test
    void whatIsPackedFourTimesIsOpenedAndNoMore() throws IOException {
        byte[] four = bytes(KEY);
        for (int depth = 0; depth < 4; depth++) {
            four = bytes(base64(four));
        }

        assertThat(lines(four)).containsExactly(1);
        assertThat(Unpacked.of(four).isWhole()).isTrue();
        assertThat(lines(bytes(base64(four)))).isEmpty();
        assertThat(Unpacked.of(bytes(base64(four))).isWhole()).isFalse();
    }

    @Test
    void noMoreThanFourMebibytesAreOpened() throws IOException {
        assertThat(Unpacked.of(gzip(text(4 * MIB))).isWhole()).isTrue();
        assertThat(Unpacked.of(gzip(text(4 * MIB + 1))).isWhole()).isFalse();
        byte[] late = Arrays.copyOf(text(4 * MIB), 4 * MIB + KEY.length());
        System.arraycopy(bytes(KEY), 0, late, 4 * MIB, KEY.length());
        assertThat(lines(gzip(late))).isEmpty();

        byte[] early = text(5 * MIB);
        System.arraycopy(bytes(KEY), 0, early, 0, KEY.length());
        assertThat(lines(gzip(early))).containsExactly(3);
        assertThat(Unpacked.of(bytes(base64(text(5 * MIB)))).isWhole()).isFalse();
    }

    @Test
    void noMoreThanTwoHundredPartsAreOpened() {
        String part = base64(bytes("y".repeat(100))) + "\n#\n";

        assertThat(Unpacked.of(bytes(part.repeat(199))).isWhole()).isTrue();
        assertThat(Unpacked.of(bytes(part.repeat(200))).isWhole()).isFalse();
    }

    @Test
    void brokenGzipIsNotWhole() throws IOException {
        byte[] packed = gzip(bytes(KEY));

        assertThat(Unpacked.of(Arrays.copyOf(packed, packed.length / 2)).isWhole())
                .isFalse();
        assertThat(Unpacked.of(new byte[] {0x1f, (byte) 0x8b}).isWhole()).isTrue();
        assertThat(Unpacked.of(new byte[] {0x1f, (byte) 0x8b, 8}).isWhole()).isFalse();
        assertThat(Unpacked.of(new byte[] {0x1f, 'a', 'b', 'c'}).isWhole()).isTrue();
    }

    private static List<Integer> lines(byte[] content) {
        return Unpacked.of(content).keys(TextFormat.LINES).stream()
                .map(KeyMatch::line)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) '-');
        return text;
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
