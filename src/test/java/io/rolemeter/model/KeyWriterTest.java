package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyWriterTest {
    @Test
    void theLabelsAreTheContract() {
        assertThat(Stream.of(KeyWriter.values()).map(KeyWriter::label))
                .containsExactly("ssm_agent", "ssm_agent_own", "roles_anywhere", "cloud_init", "cli_cache");
    }

    @Test
    void onlyWhatAnSdkReadsByItselfShadowsTheRole() {
        assertThat(Stream.of(KeyWriter.values())
                        .filter(writer -> writer.sentence().contains("shadows the instance role")))
                .containsExactly(KeyWriter.SSM_AGENT, KeyWriter.ROLES_ANYWHERE);
        assertThat(Stream.of(KeyWriter.values())
                        .filter(writer -> writer.sentence().contains("does not shadow the role")))
                .containsExactly(KeyWriter.SSM_AGENT_OWN, KeyWriter.CLOUD_INIT, KeyWriter.CLI_CACHE);
    }
}
