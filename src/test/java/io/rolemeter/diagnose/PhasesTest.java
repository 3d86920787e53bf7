package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static io.rolemeter.diagnose.SeenHost.USER_ARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.Migration;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Workload;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
