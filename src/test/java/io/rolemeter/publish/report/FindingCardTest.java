package io.rolemeter.publish.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.publish.Hosts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingCardTest {
    private static Finding finding(FindingCode code, String subject, String remedy) {
        return new Finding(
                code,
                code.severities().get(0),
                subject,
                List.of("seen", "twice"),
                List.of(remedy),
                Optional.empty(),
                Hosts.NOW);
    }

    @Test
    void whatWantsTheSameRightIsOnOneCard() {
        List<FindingCard> cards = FindingCard.of(FindingTree.of(List.of(
                finding(FindingCode.BLIND, "keys:dotenv", "give it the right"),
                finding(FindingCode.PROBE_FAILED, "read", "allow it"),
                finding(FindingCode.BLIND, "keys:pm2", "give it the right"),
                finding(FindingCode.BLIND, "imds", "mend the way"),
                finding(FindingCode.PROBE_FAILED, "write", "allow it"))));

        assertThat(cards)
                .extracting(
                        card -> card.tree().finding().subject(),
                        card -> card.alike().stream().map(FindingCard::line).toList())
                .containsExactly(
                        tuple("read", List.of()),
                        tuple("write", List.of()),
                        tuple("keys:dotenv", List.of("keys:pm2: seen; twice")),
                        tuple("imds", List.of()));
    }
}
