package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.DeniedAction.Because;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.WatchedLog;
import io.rolemeter.model.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the programs' own logs say. The role's credentials of these hosts were issued an hour ago. */
class LogFindingsTest {
    private static final String PATH = "/home/deploy/.pm2/logs/api-error.log";
    private static final String KEY_ID = "AKIARTX3GSDSVIA23BC7";
    private static final KeyId KEY = KeyId.of(KEY_ID).orElseThrow();

    @Test
    void anExpiredTokenBesideFreshCredentialsIsStale() {
        SeenHost host =
                new SeenHost().workload(api(CredentialSource.INSTANCE_ROLE)).log(log(expired(5)));

        Finding finding = only(host);

        assertThat(finding.code()).isEqualTo(FindingCode.APP_HOLDS_STALE_CREDENTIALS);
        assertThat(finding.subject()).isEqualTo("pm2:api");
        assertThat(finding.evidence())
                .containsExactly(
                        PATH
                                + ": expired_token 3 times since 2026-11-21 02:30:00 UTC, last at 2026-11-21 12:25:00 UTC, 5m ago",
                        "the metadata service has had fresh credentials of role backend-role since 2026-11-21 11:30:00 UTC,"
                                + " valid until 2026-11-21 17:30:00 UTC, in 5h");
        assertThat(finding.remedy().get(0)).startsWith("`pm2 restart api`: ");
    }

    @ParameterizedTest
    @CsvSource({
        "pm2:$(id>/tmp/x), `pm2 restart '$(id>/tmp/x)'`: it fetches",
        "pm2:a`id`, `pm2 restart NAME`: it fetches",
        "root/a`id`, Restart root/a'id': it fetches"
    })
    void whatAProgramIsCalledCannotBeRunByWhoeverRestartsItForTheRole(String name, String remedy) {
        WatchedLog log = new WatchedLog(PATH, Optional.of(name), started(), List.of(expired(5)), 0, List.of());

        assertThat(only(new SeenHost().log(log)).remedy().get(0)).startsWith(remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "pm2:$(id>/tmp/x), `pm2 delete '$(id>/tmp/x)'`",
        "pm2:-f, `pm2 delete NAME`",
        "root/a`id`, Start root/a'id' anew"
    })
    void whatAProgramIsCalledCannotBeRunByWhoeverRidsItOfAKey(String name, String remedy) {
        SeenHost host = new SeenHost().key(KEY_ID, Exposure.LIVE, "/proc/812/environ", Optional.of(name));

        assertThat(Rules.diagnose(host.facts(), NOW).findings().get(0).remedy().get(1))
                .contains(remedy);
    }

    @Test
    void whereTheExpiredCredentialsComeFromIsSaid() {
        SeenHost host = new SeenHost()
                .workload(api(CredentialSource.SHARED_CREDENTIALS_FILE))
                .log(log(expired(5)));

        Finding finding = only(host);

        assertThat(finding.evidence()).anyMatch(sentence -> sentence.contains("from /home/deploy/.aws/credentials"));
        assertThat(finding.remedy().get(0))
                .contains("/home/deploy/.aws/credentials")
                .contains("the role takes over");
    }

    @Test
    void anExpiredTokenFromBeforeTheFreshCredentialsIsNotHeldOn() {
        assertThat(findings(new SeenHost().log(log(expired(61))))).isEmpty();
    }

    @Test
    void anExpiredTokenThatIsLongPastIsOver() {
        SeenHost host = new SeenHost()
                .session(NOW.minus(Duration.ofHours(4)), Duration.ofHours(6))
                .log(log(expired(61)));

        assertThat(findings(host)).isEmpty();
    }

    @Test
    void withoutFreshCredentialsThereIsNothingThatTheProgramCouldHold() {
        assertThat(findings(new SeenHost().credentialsEnd(NOW.minusSeconds(60)).log(log(expired(5)))))
                .noneMatch(finding -> finding.code() == FindingCode.APP_HOLDS_STALE_CREDENTIALS);
        assertThat(findings(
                        new SeenHost().role(RoleState.ABSENT).noCredentials().log(log(expired(5)))))
                .noneMatch(finding -> finding.code() == FindingCode.APP_HOLDS_STALE_CREDENTIALS);
    }

    @Test
    void aRefusedKeyInTheLogOfAProgramThatUsesOneIsDead() {
        for (LogError error : List.of(LogError.INVALID_KEY, LogError.BAD_SIGNATURE)) {
            SeenHost host = new SeenHost()
                    .workload(api(CredentialSource.ENVIRONMENT))
                    .log(log(new LoggedErrors(error, 1, NOW.minusSeconds(300))));

            List<Finding> findings = findings(host);

            assertThat(findings.get(0).code()).isEqualTo(FindingCode.DEAD_KEY_SHADOWS_ROLE);
            assertThat(findings.get(0).subject()).isEqualTo("pm2:api");
            assertThat(findings.get(0).evidence())
                    .contains(PATH + ": " + error.label()
                            + " once since 2026-11-21 02:30:00 UTC, last at 2026-11-21 12:25:00 UTC, 5m ago");
            assertThat(findings.get(1).code()).isEqualTo(FindingCode.KEYS_SHADOW_ROLE);
            assertThat(findings.get(1).causedBy()).contains(FindingCode.DEAD_KEY_SHADOWS_ROLE);
        }
    }

    @Test
    void aRefusedKeyInTheLogOfAProgramThatUsesTheRoleIsNoDeadKey() {
        SeenHost host = new SeenHost()
                .workload(api(CredentialSource.INSTANCE_ROLE))
                .log(log(new LoggedErrors(LogError.INVALID_KEY, 1, NOW.minusSeconds(300))));

        assertThat(findings(host)).isEmpty();
    }

    @Test
    void aDenialThatNamesAnIamUserIsAKeyThatNothingElseShows() {
        SeenHost host =
                new SeenHost().workload(api(CredentialSource.INSTANCE_ROLE)).log(denied(SeenHost.USER_ARN));

        Finding finding = only(host);

        assertThat(finding.code()).isEqualTo(FindingCode.KEYS_SHADOW_ROLE);
        assertThat(finding.evidence().get(0)).contains(SeenHost.USER_ARN).contains("s3:GetObject");
        assertThat(Rules.diagnose(host.facts(), NOW).migration().keysSafeToDelete())
                .isFalse();
    }

    @Test
    void aDenialThatNamesTheRoleIsNone() {
        SeenHost host =
                new SeenHost().workload(api(CredentialSource.INSTANCE_ROLE)).log(denied(SeenHost.ROLE_ARN));

        assertThat(findings(host)).isEmpty();
        assertThat(Rules.diagnose(host.facts(), NOW).migration().keysSafeToDelete())
                .isTrue();
    }

    private static LoggedErrors expired(int minutesAgo) {
        return new LoggedErrors(LogError.EXPIRED_TOKEN, 3, NOW.minus(Duration.ofMinutes(minutesAgo)));
    }

    private static WatchedLog log(LoggedErrors errors) {
        return new WatchedLog(PATH, Optional.of("pm2:api"), started(), List.of(errors), 0, List.of());
    }

    private static WatchedLog denied(String principal) {
        DeniedAction denied = new DeniedAction(
                principal, "s3:GetObject", Optional.empty(), Because.NOT_SAID, Optional.empty(), Optional.empty());
        return new WatchedLog(PATH, Optional.of("pm2:api"), started(), List.of(), 0, List.of(denied));
    }

    private static Instant started() {
        return NOW.minus(Duration.ofHours(10));
    }

    private static Workload api(CredentialSource source) {
        boolean key = source == CredentialSource.ENVIRONMENT;
        Optional<String> origin = source == CredentialSource.SHARED_CREDENTIALS_FILE
                ? Optional.of("/home/deploy/.aws/credentials")
                : Optional.empty();
        return new Workload(
                "pm2:api",
                "deploy",
                List.of(812),
                Sdk.JAVASCRIPT_V3,
                new ChosenCredential(source, key ? Optional.of(KEY) : Optional.empty(), origin, List.of()),
                Optional.of(started()),
                List.of());
    }

    private static Finding only(SeenHost host) {
        assertThat(findings(host)).hasSize(1);
        return findings(host).get(0);
    }

    private static List<Finding> findings(SeenHost host) {
        return Rules.diagnose(host.facts(), NOW).findings();
    }
}
