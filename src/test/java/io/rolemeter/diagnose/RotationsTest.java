package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.Facts;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.Past;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.RotationRhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RotationsTest {
    private static final Duration LIFE = Duration.ofHours(6);

    private Facts facts = new SeenHost().session(NOW, LIFE).facts();

    private void see(SeenHost seen) {
        facts = Rotations.learn(facts, seen.facts().with(facts.past()));
    }

    private void rotate(Instant issued) {
        see(new SeenHost().session(issued, LIFE));
    }

    private Optional<RotationRhythm> rhythm() {
        return facts.past().rhythm();
    }

    @Test
    void threeRotationsMakeARhythm() {
        rotate(NOW.plus(Duration.ofMinutes(61)));
        rotate(NOW.plus(Duration.ofHours(2)));
        assertThat(rhythm()).isEmpty();

        rotate(NOW.plus(Duration.ofHours(3)));

        assertThat(rhythm()).contains(new RotationRhythm(3, LIFE, Duration.ofHours(5), Duration.ofMinutes(1)));
    }

    @Test
    void theSameCredentialsAgainAreNoRotation() {
        for (int i = 0; i < 5; i++) {
            rotate(NOW);
        }

        assertThat(facts.past().rotations()).isEmpty();
    }

    @Test
    void whatWasNotWatchedOrWasForcedDoesNotCount() {
        see(new SeenHost().session(NOW, LIFE).imds(ImdsFailure.TIMEOUT, false));
        rotate(NOW.plus(Duration.ofHours(3)));
        see(new SeenHost().session(NOW.plus(Duration.ofHours(3)), LIFE).role(RoleState.ABSENT));
        rotate(NOW.plus(Duration.ofHours(4)));
        see(new SeenHost().session(NOW.plus(Duration.ofHours(5)), LIFE).profileId("AIPAOTHER"));

        assertThat(facts.past().rotations()).isEmpty();
    }

    @Test
    void oneRotationOutOfTimeDoesNotMoveTheRhythm() {
        Instant issued = NOW;
        for (int minutes : new int[] {60, 60, 7, 60, 60, 300, 60}) {
            issued = issued.plus(Duration.ofMinutes(minutes));
            rotate(issued);
        }

        assertThat(rhythm().orElseThrow().beforeExpiry()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void anotherCadenceIsLearnedAnew() {
        Instant issued = NOW;
        for (int i = 0; i < 2 * Past.MAX_ROTATIONS; i++) {
            issued = issued.plus(i < Past.MAX_ROTATIONS ? Duration.ofHours(1) : Duration.ofMinutes(345));
            rotate(issued);
        }

        assertThat(facts.past().rotations()).hasSize(Past.MAX_ROTATIONS);
        assertThat(rhythm().orElseThrow().beforeExpiry()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theProfileThatGaveTheCredentialsIsRemembered() {
        rotate(NOW);
        see(new SeenHost().session(NOW, LIFE).profileId("AIPAOTHER"));
        assertThat(facts.past().issue().orElseThrow().profileId()).isEqualTo("AIPA");

        see(new SeenHost().session(NOW.plusSeconds(1), LIFE).profileId("AIPAOTHER"));
        assertThat(facts.past().issue().orElseThrow().profileId()).isEqualTo("AIPAOTHER");
    }
}
