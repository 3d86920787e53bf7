package io.rolemeter.collect.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.Fuzzed;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class ImdsDocumentsFuzzTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @FuzzTest
    void everyDocumentIsARoleStateInAShortSentence(byte[] input) {
        Optional<JsonNode> document = json(Fuzzed.text(input));
        if (document.isEmpty()) {
            return;
        }
        CredentialDocument credentials = new CredentialDocument("app", document.get());
        ProfileDocument profile = ProfileDocument.of(document.get());

        for (RoleReading.Documents reading : new RoleReading.Documents[] {
            new RoleReading.Documents(Optional.of(profile), Optional.of(credentials)),
            new RoleReading.Documents(Optional.of(profile), Optional.empty()),
            new RoleReading.Documents(Optional.empty(), Optional.of(credentials))
        }) {
            RoleStates state = Fuzzed.soon(() -> RoleStates.of(reading));
            assertThat(state.detail()).hasSizeLessThanOrEqualTo(1010).doesNotContainPattern("\\p{Cntrl}");
            Fuzzed.hidesIds(state);
            Fuzzed.hidesIds(reading);
        }
        credentials.session().ifPresent(ImdsDocumentsFuzzTest::isUsable);
    }

    /** A moment that no clock reaches must not break what counts with it. */
    private static void isUsable(RoleSession session) {
        Fuzzed.hidesKeys(session);
        for (Instant moment : new Instant[] {session.issuedAt(), session.expiresAt()}) {
            assertThat(Times.when(moment, NOW)).hasSizeLessThan(60);
            assertThat(Duration.between(NOW, moment).toMillis()).isBetween(-1L << 50, 1L << 50);
        }
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
