package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.handover.FactsFile;
import io.rolemeter.handover.ScannedFacts;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Telemetry;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scanner tells, through the agent to the diagnosis, with a clock that a test moves. */
class HandedOverTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(NOON);
    private final AtomicReference<Diagnosis> published = new AtomicReference<>(Agent.nothingSeen(clock));
    private final Agent agent =
            new Agent(new Surroundings(Path.of("/nowhere"), clock, Telemetry.NONE), List.of(published::set));
    private final FakeCollector userData = new FakeCollector(
            CollectorName.KEYS,
            Duration.ofMinutes(1),
            () -> new KeysFact(clock.instant(), List.of(scan(Place.USER_DATA, 1)), List.of()));

    private HandedOver handedOver = new HandedOver(new FactsFile(Path.of("/nowhere/at/all")), clock, userData);

    @BeforeEach
    void begin() {
        handedOver = new HandedOver(new FactsFile(path()), clock, userData);
    }

    private Path path() {
        return directory.resolve("facts.jsonl");
    }

    private static PlaceScan scan(Place place, int examined) {
        return new PlaceScan(place, examined, 0, List.of(), Optional.of(NOON));
    }

    private static WorkloadsFact uses(CredentialSource source) {
        Workload api = new Workload(
                "pm2:api",
                "deploy",
                List.of(812),
                Sdk.JAVASCRIPT_V3,
                new ChosenCredential(source, Optional.empty(), Optional.empty(), List.of()),
                Optional.empty(),
                List.of());
        return new WorkloadsFact(NOON, List.of(api), Map.of(), List.of());
    }

    private void scanned() throws IOException {
        new FactsFile(path())
                .write(new ScannedFacts(
                        clock.instant(),
                        Duration.ofSeconds(60),
                        Map.of(CollectorName.KEYS, Duration.ofMillis(90)),
                        new KeysFact(
                                clock.instant(), List.of(scan(Place.DOTENV, 3), scan(Place.USER_DATA, 2)), List.of()),
                        Map.of(
                                InstanceRole.ATTACHED, uses(CredentialSource.INSTANCE_ROLE),
                                InstanceRole.ABSENT, uses(CredentialSource.NONE),
                                InstanceRole.UNKNOWN, uses(CredentialSource.UNKNOWN)),
                        new LogsFact(clock.instant(), List.of(), Map.of(), List.of())));
    }

    private int look(InstanceRole role) {
        List<Cycle.Result> results = handedOver.look(role);
        agent.take(results);
        return results.size();
    }

    private Facts facts() {
        return Optional.ofNullable(published.get()).orElseThrow().facts();
    }

    private List<String> blind() {
        return Optional.ofNullable(published.get()).orElseThrow().findings().stream()
                .filter(finding -> finding.code() == FindingCode.BLIND)
                .map((Finding finding) -> finding.subject() + ": " + finding.evidence())
                .toList();
    }

    @Test
    void whatTheScannerHasSeenIsKnownAndUserDataWithIt() throws IOException {
        scanned();

        assertThat(look(InstanceRole.ATTACHED)).isEqualTo(3);

        assertThat(facts().keys().orElseThrow().places())
                .extracting(scan -> scan.place() + " " + scan.examined())
                .containsExactly("DOTENV 3", "USER_DATA 3");
        assertThat(facts().run(CollectorName.KEYS).map(CollectorRun::took)).contains(Duration.ofMillis(90));
        assertThat(facts().logs()).isPresent();
        assertThat(blind()).isEmpty();
    }

    @Test
    void theSameFactsAreTakenOnceAndAgainWhenTheRoleChanges() throws IOException {
        scanned();

        assertThat(look(InstanceRole.ATTACHED)).isEqualTo(3);
        assertThat(look(InstanceRole.ATTACHED)).isZero();
        assertThat(source()).isEqualTo(CredentialSource.INSTANCE_ROLE);
        assertThat(look(InstanceRole.ABSENT)).isEqualTo(3);
        assertThat(source()).isEqualTo(CredentialSource.NONE);
    }

    private CredentialSource source() {
        return facts().workloads().orElseThrow().workloads().get(0).credential().source();
    }

    @Test
    void aScannerThatIsStillAtItsFirstScanIsNoNewsForAMinute() {
        assertThat(look(InstanceRole.ATTACHED)).isZero();
        clock.advance(Duration.ofSeconds(61));
        assertThat(look(InstanceRole.ATTACHED)).isEqualTo(3);

        assertThat(blind())
                .containsExactly("scanner: [what the scanner has seen is not known: " + path() + " is not there]");
        assertThat(facts().run(CollectorName.LOGS).map(run -> run.trusted(clock.instant())))
                .contains(false);
    }

    @Test
    void aScannerThatStoppedIsBlindAfterThreeScansAndSeesAgainWithTheNext() throws IOException {
        scanned();
        look(InstanceRole.ATTACHED);
        clock.advance(Duration.ofSeconds(179));
        look(InstanceRole.ATTACHED);
        assertThat(blind()).isEmpty();

        clock.advance(Duration.ofSeconds(2));
        look(InstanceRole.ATTACHED);
        assertThat(blind())
                .containsExactly(
                        "scanner: [what the scanner has seen is of 2026-11-21 12:00:00 UTC, and it should look every"
                                + " 60 s]");
        assertThat(facts().keys()).as("what was known is not forgotten").isPresent();

        scanned();
        look(InstanceRole.ATTACHED);
        assertThat(blind()).isEmpty();
    }

    @Test
    void aHalfWrittenFileIsBlindAtOnceAndWhatWasKnownIsNotForgotten() throws IOException {
        scanned();
        look(InstanceRole.ATTACHED);
        String whole = Files.readString(path());
        Files.writeString(path(), whole.substring(0, whole.length() / 2));

        assertThat(look(InstanceRole.ATTACHED)).isEqualTo(3);

        assertThat(blind()).singleElement().asString().startsWith("scanner: [what the scanner has seen is not known");
        assertThat(facts().keys()).isPresent();
    }

    @Test
    void factsFromTheFutureAreNotBelieved() throws IOException {
        clock.advance(Duration.ofHours(1));
        scanned();
        clock.advance(Duration.ofHours(-1));

        look(InstanceRole.ATTACHED);

        assertThat(blind()).singleElement().asString().endsWith("is dated in the future]");
    }

    @Test
    void aFileOfNonsenseAtTheStartIsBlindWithoutWaiting() throws IOException {
        Files.writeString(path(), "<html>");

        assertThat(look(InstanceRole.ATTACHED)).isEqualTo(3);

        assertThat(blind()).singleElement().asString().endsWith("makes no sense at line 1, \"JSON\"]");
    }
}
