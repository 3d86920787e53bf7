package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary keys that a program of AWS's writes are told from those that somebody pasted. */
class KeyWritersTest {
    private static final String TEMPORARY = "[default]\n" + FakeHost.pair("ASIARTX3GSDSVIA23BC7");

    @Test
    void theSsmAgentWritesForRootOfAHybridHostOnly(@TempDir Path root) {
        FakeHost host = new FakeHost(root).file("/root/.aws/credentials", TEMPORARY);
        assertThat(host.collect().keys()).allMatch(FoundKey::isPasted).hasSize(1);
        host.file("/var/lib/amazon/ssm/registration", "{}");
        assertThat(host.collect().keys())
                .extracting(FoundKey::writer, FoundKey::note)
                .containsExactly(tuple(Optional.of(KeyWriter.SSM_AGENT), Optional.of(KeyWriter.SSM_AGENT.sentence())));
    }

    @Test
    void theSsmAgentsOwnFileIsReadByNoSdk(@TempDir Path root) {
        FakeHost host = new FakeHost(root).file("/var/lib/amazon/ssm/credentials", TEMPORARY);
        assertThat(host.collect().keys())
                .extracting(FoundKey::writer)
                .containsExactly(Optional.of(KeyWriter.SSM_AGENT_OWN));
    }

    @Test
    void theSigningHelperWritesForTheUserItRunsAs(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "aws_signing_hel", "A=b")
                .file("/home/ec2-user/.aws/credentials", TEMPORARY)
                .file("/root/.aws/credentials", TEMPORARY);
        assertThat(host.collect().keys())
                .extracting(key -> key.location().path(), FoundKey::writer)
                .containsExactlyInAnyOrder(
                        tuple("/home/ec2-user/.aws/credentials", Optional.of(KeyWriter.ROLES_ANYWHERE)),
                        tuple("/root/.aws/credentials", Optional.empty()));
    }

    @Test
    void cachesOfTheCommandLineShadowNothing(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(
                        "/root/.aws/cli/cache/0a.json",
                        "{\"Credentials\":{\"AccessKeyId\":\"ASIARTX3GSDSVIA23BC7\",\"SecretAccessKey\":\"" + SECRET
                                + "\"}}");
        assertThat(host.collect().keys())
                .extracting(FoundKey::writer)
                .containsExactly(Optional.of(KeyWriter.CLI_CACHE));
    }

    @Test
    void aLongTermKeyIsNeverExcusedByTheWriterOfTheFile(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/var/lib/amazon/ssm/registration", "{}")
                .file("/root/.aws/credentials", "[default]\n" + FakeHost.PAIR);
        assertThat(host.collect().keys()).extracting(FoundKey::writer).containsExactly(Optional.empty());
    }
}
