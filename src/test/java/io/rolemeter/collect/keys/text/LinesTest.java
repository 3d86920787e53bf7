package io.rolemeter.collect.keys.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
    private static final String TWENTY_FIVE = "abc\n".repeat(25);

    @Test
    void tenLinesBeforeAndAfterAreAround() {
        assertThat(Lines.around(TWENTY_FIVE, 12 * 4 + 1)).isEqualTo(new Region(2 * 4, 22 * 4 + 3));
        assertThat(Lines.around(TWENTY_FIVE, 12 * 4)).isEqualTo(new Region(2 * 4, 22 * 4 + 3));
    }

    @Test
    void aTextEndsWhatIsAround() {
        assertThat(Lines.around("abc\nabc", 5)).isEqualTo(new Region(0, 7));
        assertThat(Lines.around("", 0)).isEqualTo(new Region(0, 0));
    }

    @Test
    void fourKibibytesOfALongLineAreAround() {
        assertThat(Lines.around("x".repeat(20_000), 10_000)).isEqualTo(new Region(10_000 - 4096, 10_000 + 4096));
    }

    @Test
    void aLineBeginsBehindTheEndOfTheOneBefore() {
        assertThat(Lines.start("abc\ndef", 6)).isEqualTo(4);
        assertThat(Lines.start("abc\ndef", 4)).isEqualTo(4);
        assertThat(Lines.start("abc\ndef", 3)).isZero();
        assertThat(Lines.start("x".repeat(5_000), 3_000)).isEqualTo(3_000 - 1024);
    }

    @Test
    void lineEndsBetweenTwoPositionsAreCounted() {
        assertThat(Lines.between("a\nb\nc\n", 0, 6)).isEqualTo(3);
        assertThat(Lines.between("a\nb\nc\n", 1, 3)).isEqualTo(1);
        assertThat(Lines.between("a\nb\nc\n", 2, 3)).isZero();
        assertThat(Lines.between("a\nb\nc\n", 2, 2)).isZero();
    }
}
