package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.diagnose.rules.TemporaryKeys;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeyWriter;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import io.rolemeter.model.Place;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemporaryKeysTest {
    private static final KeyId SESSION = KeyId.of("ASIARTX3GSDSVIA23BC7").orElseThrow();
    private static final String FILE = "/root/.aws/credentials";

    private static Workload workload(KeyId key, Optional<String> origin) {
        CredentialSource source =
                origin.isPresent() ? CredentialSource.SHARED_CREDENTIALS_FILE : CredentialSource.ENVIRONMENT;
        ChosenCredential chosen = new ChosenCredential(source, Optional.of(key), origin, List.of());
        return new Workload(
                "deploy/server.js", "deploy", List.of(812), Sdk.JAVASCRIPT_V3, chosen, Optional.empty(), List.of());
    }

    private static FoundKey key(String path, Optional<Integer> pid, Optional<KeyWriter> writer) {
        return new FoundKey(
                pid.isPresent() ? Place.PROCESS_ENVIRONMENT : Place.SHARED_CREDENTIALS_FILE,
                new Location(path, Optional.empty(), pid, Optional.empty(), Optional.empty()),
                SESSION,
                Exposure.LIVE,
                true,
                pid.map(number -> "node[" + number + "]"),
                Optional.empty(),
                writer);
    }

    private static List<Finding> findings(List<Workload> workloads, FoundKey... keys) {
        Facts facts = new KeysFact(NOW, List.of(), List.of(keys)).addTo(Facts.none(Expectations.NONE));
        return new TemporaryKeys().findings(new WorkloadsFact(NOW, workloads, Map.of(), List.of()).addTo(facts), NOW);
    }

    @Test
    void aProgramThatPicksOneIsNamedAlsoWhereNoKeyWasFound() {
        Finding finding = findings(List.of(workload(SESSION, Optional.empty()))).get(0);
        assertThat(finding.subject()).isEqualTo("deploy/server.js");
        assertThat(finding.evidence()).containsExactly("deploy/server.js uses ASIA************3BC7, from environment");
    }

    @Test
    void whatTheProgramHoldsIsItsEvidenceAndNoSecondFinding() {
        List<Finding> findings = findings(
                List.of(workload(SESSION, Optional.empty())),
                key("/proc/812/environ", Optional.of(812), Optional.empty()),
                key(FILE, Optional.empty(), Optional.empty()));
        assertThat(findings).extracting(Finding::subject).containsExactly("deploy/server.js", FILE);
        assertThat(findings.get(0).evidence()).hasSize(2);
    }

    @Test
    void keysThatAnAgentRenewsAreNotPasted() {
        assertThat(findings(
                        List.of(workload(SESSION, Optional.of(FILE))),
                        key(FILE, Optional.empty(), Optional.of(KeyWriter.SSM_AGENT))))
                .isEmpty();
    }

    @Test
    void aLongTermKeyIsAnotherFinding() {
        KeyId longTerm = KeyId.of("AKIARTX3GSDSVIA23BC7").orElseThrow();
        assertThat(findings(List.of(workload(longTerm, Optional.empty())))).isEmpty();
    }
}
