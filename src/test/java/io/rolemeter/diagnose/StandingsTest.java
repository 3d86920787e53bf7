package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static io.rolemeter.diagnose.SeenHost.ROLE_ARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Change;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final String KEY = "AKIARTX3GSDSVIA23BC7";
    private static final Optional<String> NOBODY = Optional.empty();

    private static List<String> of(SeenHost host) {
        return Standings.of(Rules.diagnose(host.facts(), NOW), NOW).stream()
                .map(standing -> standing.kind().label() + " | " + standing.subject() + " | " + standing.state())
                .toList();
    }

    private static Standing old(Change.Kind kind, String subject) {
        return new Standing(kind, subject, "whatever", NOW.minusSeconds(60));
    }

    private static boolean gone(Change.Kind kind, String subject, SeenHost host) {
        return Standings.gone(old(kind, subject), host.facts());
    }

    @Test
    void theHistoryTellsOfRoleCallersFindingsAndKeys() {
        SeenHost host = new SeenHost()
                .unidentified(CallerSubject.DEFAULT_CHAIN, FailureReason.UNREACHABLE)
                .key(KEY, Exposure.AT_REST, "/srv/a", NOBODY)
                .key(KEY, Exposure.COMMENTED, "/srv/a", NOBODY);

        assertThat(of(host))
                .containsExactly(
                        "identity | instance | " + SeenHost.INSTANCE,
                        "role | state | attached",
                        "role | role | backend-role",
                        "role | instance_profile | arn:aws:iam::111122223333:instance-profile/p (AIPA)",
                        "identity | instance_role | " + ROLE_ARN,
                        "identity | default_chain | not known: unreachable",
                        "findings | static_key_at_rest AKIA************3BC7 | warning",
                        "findings | static_key_commented AKIA************3BC7 | warning",
                        "findings | blind caller:default_chain | warning",
                        "keys | AKIA************3BC7 in dotenv /srv/a | at_rest");
    }

    @Test
    void aHostWithoutARoleHasNoneInItsHistory() {
        assertThat(of(new SeenHost().role(RoleState.ABSENT).noProfileInSight().noCredentials()))
                .contains("role | state | absent", "identity | instance_role | not known: no_credentials")
                .noneMatch(line -> line.startsWith("role | role") || line.startsWith("role | instance_profile"));
    }

    @Test
    void aRoleIsGoneOnlyWhenTheMetadataServiceAnswers() {
        assertThat(gone(Change.Kind.ROLE, "role", new SeenHost())).isTrue();
        assertThat(gone(Change.Kind.ROLE, "role", new SeenHost().imds(ImdsFailure.TIMEOUT, false)))
                .isFalse();
    }

    @Test
    void anInstanceIsNeverGoneAndACallerOnceItWasAsked() {
        assertThat(gone(Change.Kind.IDENTITY, "instance", new SeenHost())).isFalse();
        assertThat(gone(Change.Kind.IDENTITY, "default_chain", new SeenHost())).isTrue();
        assertThat(Standings.gone(old(Change.Kind.IDENTITY, "default_chain"), Facts.none(Expectations.NONE)))
                .isFalse();
    }

    @Test
    void aKeyIsGoneOnlyWhereItsPlaceWasReadToTheEnd() {
        String key = "AKIA************3BC7 in dotenv /srv/a";
        assertThat(gone(Change.Kind.KEYS, key, new SeenHost())).isTrue();
        assertThat(gone(Change.Kind.KEYS, key, new SeenHost().unreadable(1))).isFalse();
        assertThat(gone(Change.Kind.KEYS, "AKIA************3BC7 in cron /etc/crontab", new SeenHost().unreadable(1)))
                .isTrue();
    }

    @Test
    void theStatusOfTheHostIsNeverGone() {
        assertThat(gone(Change.Kind.STATUS, "host", new SeenHost())).isFalse();
    }
}
