package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static io.rolemeter.diagnose.SeenHost.USER_ARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.Migration;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.Past;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Why keys may go, or may not: whole lists of reasons, since somebody deletes a key after reading them. */
class PhasesTest {
    private static final String KEY = "AKIARTX3GSDSVIA23BC7";
    private static final Optional<String> NOBODY = Optional.empty();

    private static Workload program(String name, CredentialSource source, Optional<String> origin) {
        boolean holds = source == CredentialSource.ENVIRONMENT || source == CredentialSource.SHARED_CREDENTIALS_FILE;
        Optional<KeyId> key = holds ? KeyId.of(KEY) : Optional.empty();
        return new Workload(
                name,
                "deploy",
                List.of(812),
                Sdk.UNKNOWN,
                new ChosenCredential(source, key, origin, List.of()),
                Optional.empty(),
                List.of());
    }

    private static Workload holder(String name) {
        return program(name, CredentialSource.ENVIRONMENT, Optional.empty());
    }

    private static Migration of(SeenHost host) {
        return Phases.of(host.facts(), NOW);
    }

    @Test
    void aHostThatUsesItsRoleAloneMayLoseItsKeys() {
        assertThat(of(new SeenHost()))
                .isEqualTo(new Migration(
                        MigrationPhase.ROLE_ONLY, true, List.of("nothing that runs here would pick up a key")));
    }

    @Test
    void keysThatLieUnusedAreCountedAndMayGo() {
        SeenHost one = new SeenHost().key(KEY, Exposure.AT_REST, "/srv/a", NOBODY);
        assertThat(of(one).because())
                .containsExactly("1 key lies unused on the disk", "nothing that runs here would pick up a key");

        assertThat(of(one.key(KEY, Exposure.COMMENTED, "/srv/b", NOBODY)))
                .isEqualTo(new Migration(
                        MigrationPhase.ROLE_IN_USE_KEYS_REMAIN,
                        true,
                        List.of("2 keys lie unused on the disk", "nothing that runs here would pick up a key")));
    }

    @Test
    void aKeyThatIsTheRolesOwnIsNotCounted() {
        assertThat(of(new SeenHost().key("ASIARTX3GSDSVIA23BC7", Exposure.AT_REST, "/srv/a", NOBODY))
                        .phase())
                .isEqualTo(MigrationPhase.ROLE_ONLY);
    }

    @Test
    void whoeverNeedsAKeyIsNamedWithWhereItComesFrom() {
        SeenHost host = new SeenHost()
                .workload(holder("pm2:api"))
                .workload(program(
                        "deploy/cron",
                        CredentialSource.SHARED_CREDENTIALS_FILE,
                        Optional.of("/home/deploy/.aws/credentials")))
                .key(KEY, Exposure.LIVE, "/home/deploy/.aws/credentials", NOBODY)
                .caller(CallerSubject.DEFAULT_CHAIN, USER_ARN);

        assertThat(of(host))
                .isEqualTo(new Migration(
                        MigrationPhase.ROLE_SHADOWED,
                        false,
                        List.of(
                                "pm2:api still needs AKIA************3BC7, from environment",
                                "deploy/cron still needs AKIA************3BC7, from /home/deploy/.aws/credentials",
                                "the default chain is " + USER_ARN,
                                "1 key is where a running program would pick it up")));
    }

    @Test
    void fiveAreNamedAndTheOthersCounted() {
        SeenHost host = new SeenHost();
        for (int i = 0; i < 5; i++) {
            host.workload(holder("pm2:" + i));
        }
        assertThat(of(host).because()).hasSize(5).last().asString().startsWith("pm2:4 ");

        host.workload(holder("pm2:5")).workload(holder("pm2:6"));
        assertThat(of(host).because()).hasSize(6).last().isEqualTo("and so do 2 more programs");
    }

    @Test
    void aProgramThatCannotBeSeenIntoMayHoldAKey() {
        SeenHost host = new SeenHost()
                .workload(program("root/agent", CredentialSource.UNKNOWN, Optional.empty()))
                .workload(program("pm2:api", CredentialSource.INSTANCE_ROLE, Optional.empty()));

        assertThat(of(host))
                .isEqualTo(new Migration(
                        MigrationPhase.ROLE_ONLY, false, List.of("what root/agent uses cannot be told from outside")));
    }

    static Stream<Arguments> rolesThatNoProgramShouldBeLeftWith() {
        Past recreated = new Past(
                List.of(),
                Optional.of(new Past.Issue(
                        NOW.minus(Duration.ofHours(1)), "arn:aws:iam::111122223333:instance-profile/p", "AIPAOLD")));
        String other = "arn:aws:sts::999999999999:assumed-role/other/" + SeenHost.INSTANCE;
        String elsewhere = "arn:aws:sts::111122223333:assumed-role/backend-role/i-0fff";
        Expectations account = expecting(Optional.of("111122223333"), Optional.empty());
        Expectations role = expecting(Optional.empty(), Optional.of("backend-role"));
        return Stream.of(
                arguments(new SeenHost().credentialsEnd(NOW), List.of("the role's credentials have ended")),
                arguments(
                        new SeenHost()
                                .credentialsEnd(NOW.minusSeconds(60))
                                .unidentified(CallerSubject.INSTANCE_ROLE, FailureReason.EXPIRED_TOKEN),
                        List.of("the role's credentials have ended", "STS refuses the role's credentials")),
                arguments(
                        new SeenHost().unidentified(CallerSubject.INSTANCE_ROLE, FailureReason.INVALID_KEY),
                        List.of("STS refuses the role's credentials")),
                arguments(
                        new SeenHost().unidentified(CallerSubject.INSTANCE_ROLE, FailureReason.TIMEOUT),
                        List.of("STS has not said whose the role's credentials are")),
                arguments(new SeenHost().past(recreated), List.of("nothing renews the role's credentials")),
                arguments(
                        new SeenHost().credentialsEnd(NOW.plusSeconds(200)),
                        List.of("nothing renews the role's credentials")),
                arguments(
                        new SeenHost().probe(denied("read", "s3:GetObject")).probe(denied("write", "s3:PutObject")),
                        List.of("the role's session was revoked")),
                arguments(
                        new SeenHost()
                                .caller(CallerSubject.INSTANCE_ROLE, other)
                                .expecting(account),
                        List.of("the role's credentials are " + other + ", which is not expected")),
                arguments(
                        new SeenHost()
                                .caller(CallerSubject.INSTANCE_ROLE, other)
                                .expecting(role),
                        List.of("the role's credentials are " + other + ", which is not expected")),
                arguments(
                        new SeenHost().caller(CallerSubject.INSTANCE_ROLE, elsewhere),
                        List.of("the role's credentials are " + elsewhere + ", which is not expected")));
    }

    private static Expectations expecting(Optional<String> account, Optional<String> role) {
        return new Expectations(account, role, Duration.ofMinutes(15), Duration.ofMinutes(5));
    }

    private static ProbeState denied(String name, String action) {
        DeniedAction denied = new DeniedAction(
                SeenHost.ROLE_ARN,
                action,
                Optional.empty(),
                DeniedAction.Because.EXPLICIT_DENY,
                Optional.of("identity-based policy"),
                Optional.empty());
        return DenialsTest.denied(name, denied);
    }

    @ParameterizedTest
    @MethodSource("rolesThatNoProgramShouldBeLeftWith")
    void aRoleThatNoProgramShouldBeLeftWithKeepsTheKeys(SeenHost host, List<String> because) {
        assertThat(of(host)).isEqualTo(new Migration(MigrationPhase.ROLE_ONLY, false, because));
    }

    @Test
    void beforeStsWasAskedOrWhenNobodyAsksItAnyMoreNoKeyMayGo() {
        CollectorRun stale = new CollectorRun(
                CollectorName.CALLER,
                true,
                Duration.ZERO,
                Optional.of(NOW.minus(Duration.ofMinutes(16))),
                Duration.ofMinutes(5));

        assertThat(Phases.of(new SeenHost().facts().with(stale), NOW).because())
                .containsExactly("nobody looks at the host any more: this is what was seen last");
        assertThat(of(new SeenHost().neverAsked()))
                .isEqualTo(new Migration(
                        MigrationPhase.ROLE_ONLY, false, List.of("STS has not said whose the role's credentials are")));
    }

    @Test
    void whereNotEveryProgramWasSeenNoKeyMayGo() {
        SeenHost host = new SeenHost().unseen("not all processes: out of time");

        assertThat(of(host))
                .isEqualTo(new Migration(MigrationPhase.UNKNOWN, false, List.of("not everything could be looked at")));
        assertThat(of(host.key(KEY, Exposure.AT_REST, "/srv/a", NOBODY)).phase())
                .isEqualTo(MigrationPhase.ROLE_IN_USE_KEYS_REMAIN);
    }

    @Test
    void withoutARoleThatLastsNoKeyMayGo() {
        assertThat(of(new SeenHost().role(RoleState.PROFILE_NOT_FOUND)).because())
                .containsExactly("nothing renews the role's credentials");

        SeenHost keys = new SeenHost()
                .role(RoleState.ABSENT)
                .noCredentials()
                .key(KEY, Exposure.LIVE, "/srv/a", NOBODY)
                .key(KEY, Exposure.LIVE, "/srv/b", NOBODY)
                .unreadable(1);
        assertThat(of(keys))
                .isEqualTo(new Migration(
                        MigrationPhase.KEYS_ONLY,
                        false,
                        List.of(
                                "2 keys are where running programs would pick them up",
                                "not everything could be looked at",
                                "there is no role to use instead")));
    }
}
