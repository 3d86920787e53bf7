package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.config.Settings;
import io.rolemeter.handover.FactsFile;
import io.rolemeter.handover.ScannedFacts;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.LogError;
import io.rolemeter.model.PlaceScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans of one host, each by a process of its own that has only files from the one before. */
class HostScanTest {
    private static final String LOG = "/home/ec2-user/.pm2/logs/api-error.log";
    private static final String EXPIRED =
            "2026-11-21T15:50:00Z ExpiredToken: The security token included in the request is expired\n";

    @TempDir
    private Path root;

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(FakeHost.NOW);

    @BeforeEach
    void host() {
        new FakeHost(root)
                .file("/proc/stat", "btime " + FakeHost.NOW.minusSeconds(7200).getEpochSecond() + "\n")
                .file(LOG, EXPIRED)
                .file("/srv/api/.env", FakeHost.PAIR);
        runs(812);
    }

    private void runs(int pid) {
        new FakeHost(root)
                .process(
                        pid,
                        "node",
                        "name=api",
                        "pm_id=0",
                        "pm_exec_path=/srv/api/app.js",
                        "pm_err_log_path=" + LOG,
                        "AWS_PROFILE=default");
    }

    private ScannedFacts scan() throws Exception {
        FactsFile file = new FactsFile(directory.resolve("facts.jsonl"));
        new HostScan(root, Settings.defaults(), clock, Optional.of(directory)).run(file);
        return file.read();
    }

    @Test
    void theFactsHoldKeysWorkloadsForEveryStateOfTheRoleAndLogs() throws Exception {
        ScannedFacts facts = scan();

        assertThat(facts.keys().keys())
                .extracting(key -> key.location().path() + " " + key.keyId())
                .contains("/srv/api/.env AKIA************3BC7");
        assertThat(facts.workloads(InstanceRole.ATTACHED).workloads())
                .extracting(workload -> workload.name())
                .containsExactly("pm2:api");
        assertThat(facts.workloads(InstanceRole.ABSENT).workloads()).hasSize(1);
        assertThat(facts.logs().totals()).containsEntry(LogError.EXPIRED_TOKEN, 1L);
        assertThat(facts.took()).hasSize(3);
    }

    @Test
    void theNextScanCountsOnlyWhatIsNewInALog() throws Exception {
        scan();
        Files.writeString(root.resolve(LOG.substring(1)), EXPIRED, StandardOpenOption.APPEND);
        clock.advance(Duration.ofMinutes(1));

        assertThat(scan().logs().totals()).containsEntry(LogError.EXPIRED_TOKEN, 2L);
        assertThat(scan().logs().totals()).containsEntry(LogError.EXPIRED_TOKEN, 2L);
    }

    @Test
    void withoutItsFactsFileTheNextScanStillKnowsHowFarItHadRead() throws Exception {
        scan();
        Files.delete(directory.resolve("facts.jsonl"));

        assertThat(scan().logs().totals()).containsEntry(LogError.EXPIRED_TOKEN, 1L);
    }

    @Test
    void aDamagedStateCostsACountAndNoScan() throws Exception {
        scan();
        Files.writeString(directory.resolve("scan.jsonl"), "{\"type\":\"log\"\n\u0000\n");

        assertThat(scan().logs().totals()).containsEntry(LogError.EXPIRED_TOKEN, 1L);
    }

    @Test
    void aNewProcessOfAWorkloadIsARestart() throws Exception {
        scan();
        runs(813);

        assertThat(scan().workloads(InstanceRole.ATTACHED).restarts()).containsEntry("pm2:api", 1L);
        assertThat(scan().workloads(InstanceRole.ATTACHED).restarts()).containsEntry("pm2:api", 1L);
    }

    @Test
    void whenAPlaceWasLastReadWholeIsRemembered() throws Exception {
        scan();
        Files.createDirectories(root.resolve("root/.aws/credentials"));
        clock.advance(Duration.ofMinutes(1));

        assertThat(scan().keys().places())
                .filteredOn(place -> !place.complete())
                .extracting(PlaceScan::lastComplete)
                .containsOnly(Optional.of(FakeHost.NOW));
    }

    @Test
    void theStateHoldsNoSecretAndNobodyElseMayReadIt() throws Exception {
        scan();

        Path state = directory.resolve("scan.jsonl");
        assertThat(Files.readString(state)).doesNotContain(FakeHost.SECRET, "AKIARTX3");
        assertThat(Files.readString(directory.resolve("facts.jsonl"))).doesNotContain(FakeHost.SECRET, "AKIARTX3");
        assertThat(Files.getPosixFilePermissions(state)).hasSize(2);
    }
}
