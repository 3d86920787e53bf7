package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChosenCredentialTest {
    @Test
    void onlyAKeyThatSomebodyHasToEndIsAStaticOne() {
        assertThat(chosen("AKIARTX3GSDSQUKE3JXF").needsStaticKey()).isTrue();
        assertThat(chosen("ASIARTX3GSDSQUKE3JXF").needsStaticKey()).isFalse();
        assertThat(new ChosenCredential(CredentialSource.INSTANCE_ROLE, Optional.empty(), Optional.empty(), List.of())
                        .needsStaticKey())
                .isFalse();
    }

    private static ChosenCredential chosen(String keyId) {
        return new ChosenCredential(CredentialSource.ENVIRONMENT, KeyId.of(keyId), Optional.empty(), List.of());
    }
}
