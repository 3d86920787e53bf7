package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.diagnose.rules.StaticKeyUsers;
import io.rolemeter.model.ChainStep;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import io.rolemeter.model.Place;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Workload;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose a key is: of the process that has it, of the file's reader, or of nobody that is known. */
class StaticKeyUsersTest {
    private static final KeyId KEY = KeyId.of("AKIARTX3GSDSVIA23BC7").orElseThrow();
    private static final KeyId OTHER = KeyId.of("AKIARTX3GSDSVIA23BC5").orElseThrow();
    private static final String FILE = "/home/deploy/.aws/credentials";

    private static Workload api(CredentialSource source, Optional<KeyId> key, Optional<String> origin) {
        ChainStep wins = new ChainStep("environment", true, key, true, "both variables are set");
        ChainStep loses = new ChainStep("metadata service", true, Optional.empty(), false, "not asked");
        return new Workload(
                "pm2:api",
                "deploy",
                List.of(812, 813),
                Sdk.JAVASCRIPT_V3,
                new ChosenCredential(source, key, origin, List.of(wins, loses)),
                Optional.empty(),
                List.of());
    }

    private static FoundKey key(KeyId id, String path, Optional<Integer> pid, Exposure exposure) {
        Location location = new Location(path, Optional.of(1), pid, Optional.empty(), Optional.empty());
        return new FoundKey(Place.CONFIGURED, location, id, exposure, true, Optional.empty(), Optional.empty());
    }

    private static FoundKey ofProcess(int pid) {
        return key(KEY, "/proc/" + pid + "/environ", Optional.of(pid), Exposure.LIVE);
    }

    private static Facts facts(Workload workload, FoundKey... keys) {
        Facts facts = new SeenHost().workload(workload).facts();
        return new KeysFact(NOW, List.of(), List.of(keys)).addTo(facts);
    }

    private static List<Finding> shadowing(Facts facts) {
        return Rules.diagnose(facts, NOW).findings().stream()
                .filter(finding -> finding.code() == FindingCode.KEYS_SHADOW_ROLE)
                .toList();
    }

    @Test
    void aKeyThatItsProgramPassesOverShadowsNothing() {
        Workload usesRole = api(CredentialSource.INSTANCE_ROLE, Optional.empty(), Optional.empty());
        Facts facts = facts(usesRole, ofProcess(813));

        assertThat(StaticKeyUsers.of(facts)).isEmpty();
        assertThat(StaticKeyUsers.unaccounted(facts)).isEmpty();
        assertThat(shadowing(facts)).isEmpty();
    }

    @Test
    void aKeyOfAnUnknownProcessOrAFileThatNobodyReadsIsUnaccountedFor() {
        Workload reader = api(CredentialSource.SHARED_CREDENTIALS_FILE, Optional.of(KEY), Optional.of(FILE));
        FoundKey foreign = ofProcess(4711);
        FoundKey read = key(KEY, FILE, Optional.empty(), Exposure.LIVE);
        FoundKey unread = key(KEY, "/root/.aws/credentials", Optional.empty(), Exposure.LIVE);
        FoundKey dormant = key(KEY, "/srv/backup", Optional.empty(), Exposure.AT_REST);

        assertThat(StaticKeyUsers.unaccounted(facts(reader, foreign, read, unread, dormant)))
                .containsExactly(foreign, unread);
    }

    @Test
    void theFindingOfAProgramNamesItsProviderAndWhereItsKeyLies() {
        Workload holder = api(CredentialSource.ENVIRONMENT, Optional.of(KEY), Optional.empty());
        FoundKey own = ofProcess(812);
        FoundKey another = key(OTHER, "/proc/813/environ", Optional.of(813), Exposure.LIVE);
        FoundKey elsewhere = key(KEY, "/proc/99/environ", Optional.of(99), Exposure.LIVE);

        List<Finding> findings = shadowing(facts(holder, own, another, elsewhere));

        assertThat(findings).extracting(Finding::subject).containsExactly("pm2:api", "/proc/99/environ");
        assertThat(findings.get(0).evidence())
                .containsExactly(
                        "role backend-role is attached, and pm2:api uses AKIA************3BC7 instead",
                        "its SDK (javascript_v3) takes environment: both variables are set",
                        "AKIA************3BC7 in /proc/812/environ:1",
                        "seen at 2026-11-21 12:30:00 UTC");
        assertThat(findings.get(1).evidence())
                .startsWith(
                        "role backend-role is attached, and whatever reads /proc/99/environ uses AKIA************3BC7 instead");
    }

    @Test
    void theFindingOfAReaderNamesItsFile() {
        Workload reader = api(CredentialSource.SHARED_CREDENTIALS_FILE, Optional.of(KEY), Optional.of(FILE));

        List<Finding> findings = shadowing(facts(reader, key(KEY, FILE, Optional.empty(), Exposure.LIVE)));

        assertThat(findings).extracting(Finding::subject).containsExactly("pm2:api");
        assertThat(findings.get(0).evidence()).contains("AKIA************3BC7 in " + FILE + ":1");
    }
}
