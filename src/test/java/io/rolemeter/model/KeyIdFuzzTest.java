package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.util.Optional;

class KeyIdFuzzTest {
    @FuzzTest
    void anIdIsNeverKeptWhole(byte[] input) {
        String text = Fuzzed.text(input);

        Optional<KeyId> id = Fuzzed.soon(() -> KeyId.of(text));

        Fuzzed.hidesKeys(id);
        id.ifPresent(found -> {
            assertThat(text)
                    .matches("[A-Z]{4}[A-Z2-7]{16}")
                    .startsWith(found.kind().prefix())
                    .endsWith(found.masked().substring(16));
            assertThat(KeyId.isMasked(found.masked(), found.kind())).isTrue();
            found.accountId().ifPresent(account -> assertThat(account).matches("[0-9]{12}"));
            assertThat(KeyId.of(found.masked())).isEmpty();
        });
        for (KeyKind kind : KeyKind.values()) {
            assertThat(KeyId.isMasked(text, kind) && KeyId.of(text).isPresent()).isFalse();
        }
        KeyId bedrock = KeyId.ofBedrock("ABSK" + text);
        assertThat(bedrock.masked()).hasSize(20).startsWith("ABSK************");
    }
}
