package io.rolemeter.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void aTextIsBrokenAtBlanks() {
        assertThat(Lines.of("one two three", 20)).containsExactly("one two three");
        assertThat(Lines.of("one two three", 8)).containsExactly("one two", "three");
        assertThat(Lines.of("one two three", 7)).containsExactly("one two", "three");
        assertThat(Lines.of("", 7)).containsExactly("");
    }

    @Test
    void aCommandStaysWhole() {
        assertThat(Lines.of("then run `pm2 save` twice", 17)).containsExactly("then run", "`pm2 save` twice");
    }

    @Test
    void aLongWordIsBrokenAtItsJoints() {
        assertThat(Lines.of("arn arn:aws:iam::111122223333:user/backend", 35))
                .containsExactly("arn arn:aws:iam::111122223333:user/", "backend");
        assertThat(Lines.of("a" + "b".repeat(12), 5)).containsExactly("abbbb", "bbbbb", "bbb");
    }
}
