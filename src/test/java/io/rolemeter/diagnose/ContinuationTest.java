package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Change;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.Memory;
import io.rolemeter.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    private static final String KEY = "AKIARTX3GSDSVIA23BC7";
    private static final Optional<String> NOBODY = Optional.empty();
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Diagnosis NOTHING = Rules.diagnose(Facts.none(Expectations.NONE), NOW.minusSeconds(30));

    private Diagnosis newest = NOTHING;

    private Diagnosis see(Facts facts, Instant at) {
        newest = Continuation.of(newest, Rules.diagnose(facts, at));
        return newest;
    }

    private void restart() {
        Memory memory = newest.memory();
        newest = new Diagnosis(
                LATER,
                NOTHING.facts().with(memory.past()),
                NOTHING.findings(),
                Status.UNKNOWN,
                LATER,
                NOTHING.migration(),
                memory.standing(),
                memory.history());
    }

    private static Facts all(SeenHost seen) {
        Facts facts = seen.facts();
        for (CollectorName collector : CollectorName.values()) {
            facts = facts.with(new CollectorRun(collector, true, Duration.ZERO, Optional.of(NOW), Duration.ofHours(9)));
        }
        return facts;
    }

    @Test
    void aFirstLookIsNoChange() {
        assertThat(see(all(new SeenHost().versionOne()), NOW).history()).isEmpty();
        assertThat(newest.standing()).isNotEmpty();
    }

    @Test
    void aFindingThatStandsKeepsTheMomentAtWhichItWasFirstSeen() {
        see(all(new SeenHost().versionOne()), NOW);
        see(all(new SeenHost().versionOne()), LATER);

        assertThat(newest.findings()).extracting(Finding::since).containsExactly(NOW);
        assertThat(newest.statusSince()).isEqualTo(NOW);
        assertThat(newest.history()).isEmpty();
    }

    @Test
    void aFindingThatComesAndGoesIsToldTwiceWithTheVerdict() {
        see(all(new SeenHost()), NOW);
        see(all(new SeenHost().versionOne()), LATER);
        see(all(new SeenHost()), LATER.plusSeconds(120));

        assertThat(newest.history())
                .extracting(Change::at, change -> change.kind().label() + " " + change.subject(), Change::sentence)
                .containsExactly(
                        tuple(LATER.plusSeconds(120), "status host", "ok, was warning"),
                        tuple(LATER.plusSeconds(120), "findings imds_v1_enabled imds", "cleared after 2m, was warning"),
                        tuple(LATER, "status host", "warning, was ok"),
                        tuple(
                                LATER,
                                "findings imds_v1_enabled imds",
                                "warning: a request without a token was answered"));
        assertThat(newest.statusSince()).isEqualTo(LATER.plusSeconds(120));
    }

    @Test
    void anotherIdentityAndAnotherExposureAreChanges() {
        see(all(new SeenHost().key(KEY, Exposure.AT_REST, "/srv/.env", NOBODY)), NOW);
        see(
                all(new SeenHost()
                        .key(KEY, Exposure.COMMENTED, "/srv/.env", NOBODY)
                        .caller(CallerSubject.DEFAULT_CHAIN, SeenHost.USER_ARN)),
                LATER);

        assertThat(newest.history())
                .filteredOn(change -> change.kind() == Change.Kind.IDENTITY)
                .extracting(Change::sentence)
                .containsExactly(SeenHost.USER_ARN + ", was " + SeenHost.ROLE_ARN);
        assertThat(newest.history())
                .filteredOn(change -> change.kind() == Change.Kind.KEYS)
                .singleElement()
                .satisfies(change -> assertThat(change.subject()).isEqualTo("AKIA************3BC7 in dotenv /srv/.env"))
                .satisfies(change -> assertThat(change.sentence()).isEqualTo("commented, was at_rest"));
    }

    @Test
    void aKeyThatCannotBeLookedForHasNotGone() {
        see(all(new SeenHost().key(KEY, Exposure.AT_REST, "/srv/.env", NOBODY)), NOW);
        see(all(new SeenHost().unreadable(1)), LATER);
        assertThat(newest.history()).noneMatch(change -> change.kind() == Change.Kind.KEYS);

        see(all(new SeenHost()), LATER.plusSeconds(60));
        assertThat(newest.history())
                .filteredOn(change -> change.kind() == Change.Kind.KEYS)
                .extracting(Change::sentence)
                .containsExactly("gone after 2m, was at_rest");
    }

    @Test
    void anOutageOfTheMetadataServiceTakesNoProfileAway() {
        see(all(new SeenHost()), NOW);
        see(all(new SeenHost().imds(ImdsFailure.TIMEOUT, false)), LATER);

        assertThat(newest.history()).noneMatch(change -> change.kind() == Change.Kind.ROLE);
    }

    @Test
    void whatStoodBeforeARestartStandsOnFromThen() {
        see(all(new SeenHost().versionOne()), NOW);
        restart();

        see(NOTHING.facts(), LATER.plusSeconds(1));
        see(new SeenHost().versionOne().facts(), LATER.plusSeconds(2));
        see(all(new SeenHost().versionOne()), LATER.plusSeconds(3));

        assertThat(newest.history()).isEmpty();
        assertThat(newest.findings()).extracting(Finding::since).containsExactly(NOW);
        assertThat(newest.statusSince()).isEqualTo(NOW);
    }

    @Test
    void whatWentWhileTheProgramWasDownIsTold() {
        see(all(new SeenHost().versionOne()), NOW);
        restart();

        see(new SeenHost().facts(), LATER.plusSeconds(2));
        assertThat(newest.history()).isEmpty();
        see(all(new SeenHost()), LATER.plusSeconds(3));
        assertThat(newest.history())
                .extracting(Change::sentence)
                .containsExactly("ok, was warning", "cleared after 1m 3s, was warning");
    }

    @Test
    void aThousandKeysAtOnceAreNotTheWholeHistory() {
        see(all(new SeenHost()), NOW);
        SeenHost seen = new SeenHost();
        for (int i = 0; i < 1000; i++) {
            seen.key(KEY, Exposure.AT_REST, "/srv/" + i + "/.env", NOBODY);
        }
        see(all(seen), LATER);

        assertThat(newest.history())
                .filteredOn(change -> change.kind() == Change.Kind.KEYS)
                .hasSize(21)
                .last()
                .satisfies(change -> assertThat(change.sentence()).startsWith("and 380 more"));
    }

    @Test
    void onlyTheNewestThousandChangesAreKept() {
        for (int i = 0; i < 700; i++) {
            see(all(i % 2 == 0 ? new SeenHost() : new SeenHost().versionOne()), NOW.plusSeconds(i));
        }

        assertThat(newest.history()).hasSize(1_000);
        assertThat(newest.history().get(0).at()).isEqualTo(NOW.plusSeconds(699));
    }
}
