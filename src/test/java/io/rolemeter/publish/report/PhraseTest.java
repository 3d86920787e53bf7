package io.rolemeter.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseTest {
    @Test
    void commandsAreSetApart() {
        assertThat(Phrase.of("`pm2 delete api`, start it again, `pm2 save`."))
                .containsExactly(
                        new Phrase("pm2 delete api", true),
                        new Phrase(", start it again, ", false),
                        new Phrase("pm2 save", true),
                        new Phrase(".", false));
    }

    @Test
    void aMarkWithoutItsPartnerIsAWord() {
        assertThat(Phrase.of("a `b` c ` d"))
                .containsExactly(new Phrase("a ", false), new Phrase("b", true), new Phrase(" c ` d", false));
        assertThat(Phrase.of("")).isEmpty();
    }
}
