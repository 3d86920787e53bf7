package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.diagnose.rules.Pm2CachedEnvironment;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import io.rolemeter.model.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Pm2CachedEnvironmentTest {
    private static final FoundKey PROCESS =
            key(Place.PROCESS_ENVIRONMENT, "/proc/812/environ", Exposure.LIVE, "pm2:api");
    private static final FoundKey DAEMON =
            key(Place.PROCESS_ENVIRONMENT, "/proc/700/environ", Exposure.LIVE, "PM2 v7.0.4: God[700]");
    private static final FoundKey DUMP = key(Place.PM2, "/home/deploy/.pm2/dump.pm2", Exposure.LIVE, "pm2:api");
    private static final FoundKey BACKUP = key(Place.PM2, "/home/deploy/.pm2/dump.pm2.bak", Exposure.BACKUP, "pm2:api");
    private static final FoundKey DOTENV = key(Place.DOTENV, "/srv/api/.env", Exposure.LIVE, "");
    private static final FoundKey COMMENTED = key(Place.DOTENV, "/srv/api/.env", Exposure.COMMENTED, "");
    private static final FoundKey ECOSYSTEM = key(Place.PM2, "/srv/api/ecosystem.config.js", Exposure.AT_REST, "");

    private static FoundKey key(Place place, String path, Exposure exposure, String program) {
        return new FoundKey(
                place,
                new Location(path, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                KeyId.of("AKIARTX3GSDSVIA23BC7").orElseThrow(),
                exposure,
                true,
                Optional.of(program).filter(name -> !name.isEmpty()),
                Optional.empty());
    }

    private static List<Finding> findings(FoundKey... keys) {
        Facts facts = new KeysFact(NOW, List.of(), List.of(keys)).addTo(Facts.none(Expectations.NONE));
        return new Pm2CachedEnvironment().findings(facts, NOW);
    }

    @Test
    void aFileThatStillGivesTheKeyIsNoCache() {
        assertThat(findings(PROCESS, DUMP, DOTENV)).isEmpty();
        assertThat(findings(PROCESS, DUMP, ECOSYSTEM)).isEmpty();
        assertThat(findings(DOTENV)).isEmpty();
    }

    @Test
    void aBackupAloneIsNoCache() {
        assertThat(findings(BACKUP)).isEmpty();
    }

    @Test
    void theProcessAndTheDumpAreNamedAndWhatClearsThem() {
        Finding finding = findings(PROCESS, DUMP, BACKUP, COMMENTED).get(0);
        assertThat(finding.subject()).isEqualTo("pm2:api");
        assertThat(finding.evidence())
                .containsExactly(
                        "PM2 still gives AKIA************3BC7 to pm2:api",
                        "AKIA************3BC7 is in the environment of the running process: /proc/812/environ",
                        "AKIA************3BC7 is in dump.pm2, which is started from at boot: /home/deploy/.pm2/dump.pm2",
                        "AKIA************3BC7 is in dump.pm2.bak: /home/deploy/.pm2/dump.pm2.bak",
                        "no dotenv or ecosystem file of an application gives it any more");
        assertThat(finding.remedy().get(0)).contains("`pm2 delete api`");
        assertThat(finding.remedy().get(1)).contains("`pm2 save` twice");
    }

    @Test
    void aPoisonedDaemonTakesPm2Kill() {
        assertThat(findings(PROCESS, DAEMON).get(0).remedy().get(0)).contains("`pm2 kill`");
        assertThat(findings(DAEMON)).extracting(Finding::subject).containsExactly("pm2");
    }

    @Test
    void aDumpAloneBringsTheKeyBackAtBoot() {
        Finding finding = findings(DUMP).get(0);
        assertThat(finding.remedy()).hasSize(2);
        assertThat(finding.remedy().get(0)).contains("a reboot");
        assertThat(finding.remedy().get(1)).contains("pm2 save --force");
    }
}
