package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static io.rolemeter.diagnose.SeenHost.USER_ARN;
import static io.rolemeter.model.CallerSubject.DEFAULT_CHAIN;
import static io.rolemeter.model.CallerSubject.INSTANCE_ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Severity;
import io.rolemeter.model.Status;
import io.rolemeter.model.WatchedLog;
import io.rolemeter.model.Workload;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    private static final String KEY = "AKIARTX3GSDSVIA23BC7";
    private static final String OTHER_KEY = "AKIARTX3GSDSXDOTENV7";
    private static final String SESSION_KEY = "ASIARTX3GSDSVIA23BC7";
    private static final Optional<String> API = Optional.of("pm2:api");
    private static final Optional<String> NOBODY = Optional.empty();
    private static final Set<FailureReason> REFUSALS =
            EnumSet.of(FailureReason.EXPIRED_TOKEN, FailureReason.INVALID_KEY, FailureReason.BAD_SIGNATURE);
    private static final Expectations OTHER = new Expectations(
            Optional.of("999999999999"), Optional.of("other-role"), Duration.ofMinutes(15), Duration.ofMinutes(5));

    /** Each line: what was seen, the verdict, and all findings as {@code code subject < cause}, in their order. */
    static Stream<Arguments> hosts() {
        return Stream.of(
                host("nothing is wrong", seen(), Status.OK),
                host(
                        "no profile",
                        seen().role(RoleState.ABSENT).noCredentials(),
                        Status.CRITICAL,
                        "no_instance_profile instance_profile"),
                host(
                        "no profile, and an IAM user instead",
                        seen().role(RoleState.ABSENT)
                                .noCredentials()
                                .caller(DEFAULT_CHAIN, USER_ARN)
                                .key(KEY, Exposure.LIVE, "/proc/812/environ", API),
                        Status.CRITICAL,
                        "no_instance_profile instance_profile",
                        "caller_is_iam_user default_chain",
                        "static_key_live AKIA************3BC7"),
                host(
                        "the profile was deleted, and the session still works",
                        seen().role(RoleState.PROFILE_NOT_FOUND),
                        Status.CRITICAL,
                        "profile_deleted_countdown instance_profile"),
                host(
                        "the same, shortly before the end",
                        seen().role(RoleState.PROFILE_NOT_FOUND).credentialsEnd(NOW.plusSeconds(200)),
                        Status.CRITICAL,
                        "profile_deleted_countdown instance_profile",
                        "credentials_expiring backend-role < profile_deleted_countdown"),
                host(
                        "the profile was deleted, and the session is over",
                        seen().role(RoleState.PROFILE_NOT_FOUND).noCredentials(),
                        Status.CRITICAL,
                        "profile_not_found instance_profile"),
                host(
                        "the profile has no role",
                        seen().role(RoleState.PROFILE_WITHOUT_ROLE).noCredentials(),
                        Status.CRITICAL,
                        "profile_without_role instance_profile"),
                host(
                        "the trust policy",
                        seen().role(RoleState.TRUST_DENIED).noCredentials(),
                        Status.CRITICAL,
                        "trust_policy_denies_ec2 instance_profile"),
                host(
                        "the credentials end in ten minutes",
                        seen().credentialsEnd(NOW.plusSeconds(600)),
                        Status.WARNING,
                        "credentials_expiring backend-role"),
                host("the credentials end in fifteen minutes", seen().credentialsEnd(NOW.plusSeconds(900)), Status.OK),
                host(
                        "the credentials end in four minutes",
                        seen().credentialsEnd(NOW.plusSeconds(240)),
                        Status.CRITICAL,
                        "credentials_expiring backend-role"),
                host(
                        "the credentials have ended, and STS refuses them",
                        seen().credentialsEnd(NOW.minusSeconds(1))
                                .unidentified(INSTANCE_ROLE, FailureReason.EXPIRED_TOKEN),
                        Status.CRITICAL,
                        "credentials_expired backend-role"),
                host(
                        "the credentials have not ended, and STS refuses them",
                        seen().unidentified(INSTANCE_ROLE, FailureReason.EXPIRED_TOKEN),
                        Status.WARNING,
                        "blind caller:instance_role"),
                host(
                        "the policy of a VPC endpoint denies to ask STS",
                        seen().unidentified(INSTANCE_ROLE, FailureReason.DENIED)
                                .unidentified(DEFAULT_CHAIN, FailureReason.DENIED),
                        Status.WARNING,
                        "blind caller:instance_role",
                        "blind caller:default_chain"),
                host(
                        "something without tokens answers in the place of the metadata service",
                        seen().imds(ImdsFailure.NOT_FOUND, false),
                        Status.WARNING,
                        "blind imds"),
                host(
                        "the credentials have ended, and STS accepts them",
                        seen().credentialsEnd(NOW.minusSeconds(1)),
                        Status.WARNING,
                        "credentials_expired_but_accepted backend-role"),
                host(
                        "the credentials have ended, and STS was asked before that",
                        seen().credentialsEnd(NOW.minusSeconds(1)).callersAsked(NOW.minusSeconds(60)),
                        Status.CRITICAL,
                        "credentials_expiring backend-role"),
                host(
                        "the credentials had ended when they were handed out, and STS was asked before that",
                        seen().session(NOW.minusSeconds(60), Duration.ofSeconds(59))
                                .callersAsked(NOW.minusSeconds(61)),
                        Status.WARNING,
                        "credentials_expiring backend-role"),
                host(
                        "the credentials have ended, and STS was never asked",
                        seen().credentialsEnd(NOW.minusSeconds(1)).neverAsked(),
                        Status.WARNING,
                        "credentials_expiring backend-role"),
                host(
                        "the credentials have ended, and STS does not answer",
                        seen().credentialsEnd(NOW.minusSeconds(1)).unidentified(INSTANCE_ROLE, FailureReason.THROTTLED),
                        Status.WARNING,
                        "credentials_expiring backend-role",
                        "blind caller:instance_role"),
                host(
                        "a program holds a key beside the role",
                        seen().key(KEY, Exposure.LIVE, "/proc/812/environ", API)
                                .key(KEY, Exposure.LIVE, "/home/deploy/.aws/credentials", NOBODY),
                        Status.CRITICAL,
                        "keys_shadow_role pm2:api",
                        "keys_shadow_role /home/deploy/.aws/credentials",
                        "static_key_live AKIA************3BC7 < keys_shadow_role"),
                host(
                        "the default chain is a user beside the role",
                        seen().caller(DEFAULT_CHAIN, USER_ARN),
                        Status.CRITICAL,
                        "keys_shadow_role default_chain",
                        "caller_is_iam_user default_chain < keys_shadow_role"),
                host(
                        "the default chain finds a key that AWS refuses",
                        seen().unidentified(DEFAULT_CHAIN, FailureReason.INVALID_KEY),
                        Status.CRITICAL,
                        "dead_key_shadows_role default_chain"),
                host(
                        "the root user",
                        seen().caller(DEFAULT_CHAIN, "arn:aws:iam::111122223333:root"),
                        Status.CRITICAL,
                        "keys_shadow_role default_chain",
                        "caller_is_root default_chain"),
                host(
                        "the default chain finds a key in its file that AWS refuses",
                        seen().unidentified(DEFAULT_CHAIN, FailureReason.INVALID_KEY)
                                .ownKey("root", KEY)
                                .keyOf("root", KEY, "/root/.aws/credentials")
                                .keyOf("deploy", OTHER_KEY, "/home/deploy/.aws/credentials")
                                .key(KEY, Exposure.LIVE, "/srv/other/key", NOBODY),
                        Status.CRITICAL,
                        "dead_key_shadows_role default_chain",
                        "keys_shadow_role /home/deploy/.aws/credentials",
                        "keys_shadow_role /srv/other/key",
                        "keys_shadow_role /root/.aws/credentials < dead_key_shadows_role",
                        "static_key_live AKIA************3BC7 < dead_key_shadows_role",
                        "static_key_live AKIA************ENV7 < keys_shadow_role"),
                host(
                        "the default chain finds a key of which its file is known",
                        seen().caller(DEFAULT_CHAIN, USER_ARN)
                                .ownKey("root", KEY)
                                .keyOf("deploy", OTHER_KEY, "/home/deploy/.aws/credentials")
                                .keyOf("root", KEY, "/root/.aws/credentials"),
                        Status.CRITICAL,
                        "keys_shadow_role /home/deploy/.aws/credentials",
                        "keys_shadow_role /root/.aws/credentials",
                        "keys_shadow_role default_chain < keys_shadow_role",
                        "caller_is_iam_user default_chain < keys_shadow_role",
                        "static_key_live AKIA************ENV7 < keys_shadow_role",
                        "static_key_live AKIA************3BC7 < keys_shadow_role"),
                host(
                        "no profile, and an IAM user whose key is known",
                        seen().role(RoleState.ABSENT)
                                .noCredentials()
                                .caller(DEFAULT_CHAIN, USER_ARN)
                                .ownKey("root", KEY)
                                .keyOf("root", KEY, "/root/.aws/credentials"),
                        Status.CRITICAL,
                        "no_instance_profile instance_profile",
                        "static_key_live AKIA************3BC7",
                        "caller_is_iam_user default_chain < static_key_live"),
                host(
                        "the default chain finds a key that AWS refuses, and a user has another one",
                        seen().unidentified(DEFAULT_CHAIN, FailureReason.INVALID_KEY)
                                .ownKey("root", KEY)
                                .keyOf("deploy", OTHER_KEY, "/home/deploy/.aws/credentials"),
                        Status.CRITICAL,
                        "dead_key_shadows_role default_chain",
                        "keys_shadow_role /home/deploy/.aws/credentials",
                        "static_key_live AKIA************ENV7 < keys_shadow_role"),
                host(
                        "AWS does not know the role's credentials any more",
                        seen().unidentified(INSTANCE_ROLE, FailureReason.INVALID_KEY),
                        Status.CRITICAL,
                        "trust_policy_denies_ec2 instance_profile"),
                host(
                        "a user beside a profile without a role",
                        seen().role(RoleState.PROFILE_WITHOUT_ROLE)
                                .noCredentials()
                                .caller(DEFAULT_CHAIN, USER_ARN),
                        Status.CRITICAL,
                        "profile_without_role instance_profile",
                        "caller_is_iam_user default_chain"),
                host(
                        "another instance's session of another role",
                        seen().caller(INSTANCE_ROLE, "arn:aws:sts::111122223333:assumed-role/else/i-0fff")
                                .expecting(new Expectations(
                                        Optional.empty(),
                                        Optional.of("backend-role"),
                                        Duration.ofMinutes(15),
                                        Duration.ofMinutes(5))),
                        Status.CRITICAL,
                        "session_is_not_this_instance instance_role",
                        "wrong_role instance_role < session_is_not_this_instance"),
                host(
                        "keys that nothing picks up",
                        seen().key(KEY, Exposure.AT_REST, "/srv/a", NOBODY)
                                .key(KEY, Exposure.COMMENTED, "/srv/b", NOBODY)
                                .key(KEY, Exposure.BACKUP, "/srv/c", NOBODY),
                        Status.WARNING,
                        "static_key_at_rest AKIA************3BC7",
                        "static_key_commented AKIA************3BC7",
                        "static_key_in_backup AKIA************3BC7"),
                host(
                        "a pasted session",
                        seen().key(SESSION_KEY, Exposure.LIVE, "/proc/812/environ", API),
                        Status.WARNING,
                        "temporary_key_pasted pm2:api"),
                host(
                        "another account and role than expected",
                        seen().expecting(OTHER),
                        Status.CRITICAL,
                        "wrong_account instance_role",
                        "wrong_role instance_role",
                        "wrong_account default_chain < wrong_account",
                        "wrong_role default_chain < wrong_role"),
                host(
                        "another instance's session",
                        seen().caller(INSTANCE_ROLE, "arn:aws:sts::111122223333:assumed-role/backend-role/i-0fff"),
                        Status.CRITICAL,
                        "session_is_not_this_instance instance_role"),
                host(
                        "a probe fails",
                        seen().probe("read", Expectation.ALLOWED, Optional.of(FailureReason.DENIED)),
                        Status.CRITICAL,
                        "probe_failed read"),
                host(
                        "a probe fails because there is no role",
                        seen().role(RoleState.ABSENT)
                                .noCredentials()
                                .probe("read", Expectation.ALLOWED, Optional.of(FailureReason.NO_CREDENTIALS)),
                        Status.CRITICAL,
                        "no_instance_profile instance_profile",
                        "probe_failed read < no_instance_profile"),
                host(
                        "a probe is not denied",
                        seen().probe("write", Expectation.DENIED, Optional.of(FailureReason.NOT_DENIED)),
                        Status.CRITICAL,
                        "probe_not_denied write"),
                host("a probe passes", seen().probe("read", Expectation.ALLOWED, Optional.empty()), Status.OK),
                host(
                        "nobody listens, and the credentials in hand still work",
                        seen().role(RoleState.IMDS_UNREACHABLE).imds(ImdsFailure.REFUSED, false),
                        Status.CRITICAL,
                        "imds_unreachable imds"),
                host(
                        "nobody listens, and the credentials in hand have ended",
                        seen().role(RoleState.IMDS_UNREACHABLE)
                                .imds(ImdsFailure.REFUSED, false)
                                .credentialsEnd(NOW.minusSeconds(1))
                                .unidentified(INSTANCE_ROLE, FailureReason.EXPIRED_TOKEN),
                        Status.CRITICAL,
                        "imds_unreachable imds",
                        "credentials_expired backend-role < imds_unreachable"),
                host(
                        "nobody listens, and so no region is known to ask STS in",
                        seen().role(RoleState.IMDS_UNREACHABLE)
                                .imds(ImdsFailure.REFUSED, false)
                                .noCredentials()
                                .unidentified(DEFAULT_CHAIN, FailureReason.INVALID_REQUEST),
                        Status.CRITICAL,
                        "imds_unreachable imds",
                        "blind caller:default_chain < imds_unreachable"),
                host(
                        "the hop limit",
                        seen().role(RoleState.IMDS_UNREACHABLE)
                                .imds(ImdsFailure.TIMEOUT, true)
                                .noCredentials(),
                        Status.CRITICAL,
                        "imds_hop_limit imds"),
                host(
                        "the service is switched off",
                        seen().role(RoleState.IMDS_DISABLED)
                                .imds(ImdsFailure.FORBIDDEN, false)
                                .noCredentials(),
                        Status.CRITICAL,
                        "imds_disabled imds"),
                host(
                        "the service throttles",
                        seen().role(RoleState.UNKNOWN).imds(ImdsFailure.THROTTLED, false),
                        Status.UNKNOWN,
                        "imds_throttled imds"),
                host(
                        "the service makes no sense",
                        seen().role(RoleState.UNKNOWN).imds(ImdsFailure.MALFORMED, false),
                        Status.UNKNOWN,
                        "blind imds"),
                host("version one", seen().versionOne(), Status.WARNING, "imds_v1_enabled imds"),
                host(
                        "the clock is two minutes ahead",
                        seen().clockAhead(Duration.ofMinutes(2)),
                        Status.WARNING,
                        "clock_skewed clock"),
                host(
                        "the clock is six minutes behind",
                        seen().clockAhead(Duration.ofMinutes(-6)),
                        Status.CRITICAL,
                        "clock_skewed clock"),
                host(
                        "a container could not be entered",
                        seen().unseen("container 0123456789ab: its files cannot be seen from here"),
                        Status.WARNING,
                        "blind workloads"),
                host("something could not be read", seen().unreadable(2), Status.WARNING, "blind keys:dotenv"),
                host(
                        "STS cannot be reached",
                        seen().unidentified(DEFAULT_CHAIN, FailureReason.UNREACHABLE),
                        Status.WARNING,
                        "blind caller:default_chain"));
    }

    private static SeenHost seen() {
        return new SeenHost();
    }

    private static Arguments host(String name, SeenHost seen, Status status, String... findings) {
        return arguments(name, seen.facts(), status, List.of(findings));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void everyHostHasItsFindingsAndNoMore(String name, Facts facts, Status status, List<String> findings) {
        Diagnosis diagnosis = Rules.diagnose(facts, NOW);

        assertThat(diagnosis.findings().stream().map(RulesTest::line)).containsExactlyElementsOf(findings);
        assertThat(diagnosis.status()).isEqualTo(status);
        assertThat(diagnosis.findings()).allSatisfy(finding -> {
            assertThat(finding.evidence()).isNotEmpty();
            assertThat(finding.remedy()).isNotEmpty();
        });
    }

    private static Workload holder() {
        return new Workload(
                "pm2:api",
                "deploy",
                List.of(812),
                Sdk.JAVASCRIPT_V3,
                new ChosenCredential(CredentialSource.ENVIRONMENT, KeyId.of(KEY), Optional.empty(), List.of()),
                Optional.empty(),
                List.of());
    }

    private static WatchedLog refusedIn(Optional<String> program) {
        LoggedErrors refused = new LoggedErrors(LogError.INVALID_KEY, 1, NOW.minusSeconds(300));
        return new WatchedLog(
                "/home/deploy/.pm2/logs/api-error.log", program, NOW.minusSeconds(900), List.of(refused), 0, List.of());
    }

    private static String line(Finding finding) {
        return finding.code().label() + " " + finding.subject()
                + finding.causedBy().map(cause -> " < " + cause.label()).orElse("");
    }

    static Stream<Arguments> phases() {
        return Stream.of(
                arguments(seen().role(RoleState.PROFILE_NOT_FOUND), MigrationPhase.ROLE_ONLY, false),
                arguments(seen(), MigrationPhase.ROLE_ONLY, true),
                arguments(seen().role(RoleState.ABSENT).noCredentials(), MigrationPhase.NO_CREDENTIALS, false),
                arguments(
                        seen().role(RoleState.ABSENT).noCredentials().key(KEY, Exposure.LIVE, "/a", API),
                        MigrationPhase.KEYS_ONLY,
                        false),
                arguments(seen().key(KEY, Exposure.LIVE, "/a", API), MigrationPhase.ROLE_SHADOWED, false),
                arguments(seen().caller(DEFAULT_CHAIN, USER_ARN), MigrationPhase.ROLE_SHADOWED, false),
                arguments(
                        seen().key(KEY, Exposure.COMMENTED, "/a", NOBODY),
                        MigrationPhase.ROLE_IN_USE_KEYS_REMAIN,
                        true),
                arguments(seen().unreadable(1), MigrationPhase.UNKNOWN, false),
                arguments(
                        seen().unreadable(1).key(KEY, Exposure.COMMENTED, "/a", NOBODY),
                        MigrationPhase.ROLE_IN_USE_KEYS_REMAIN,
                        false),
                arguments(
                        seen().role(RoleState.IMDS_UNREACHABLE)
                                .imds(ImdsFailure.REFUSED, false)
                                .noCredentials(),
                        MigrationPhase.UNKNOWN,
                        false));
    }

    @ParameterizedTest
    @MethodSource("phases")
    void thePhaseOfTheMigrationFollowsFromRoleAndKeys(SeenHost seen, MigrationPhase phase, boolean safe) {
        Diagnosis diagnosis = Rules.diagnose(seen.facts(), NOW);

        assertThat(diagnosis.migration().phase()).isEqualTo(phase);
        assertThat(diagnosis.migration().keysSafeToDelete()).isEqualTo(safe);
        assertThat(diagnosis.migration().because()).isNotEmpty();
    }

    @Test
    void whatNobodyLooksAtAnyMoreIsNotSafeToDelete() {
        CollectorRun stopped = new CollectorRun(
                CollectorName.KEYS,
                false,
                Duration.ZERO,
                Optional.of(NOW),
                Duration.ofMinutes(1),
                Optional.of("stopped"));

        assertThat(Rules.diagnose(seen().facts().with(stopped), NOW).migration().keysSafeToDelete())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void onlyARefusalByStsMakesEndedCredentialsDead(FailureReason reason) {
        SeenHost host = seen().credentialsEnd(NOW.minusSeconds(1)).unidentified(INSTANCE_ROLE, reason);
        List<Finding> findings = Rules.diagnose(host.facts(), NOW).findings();

        if (REFUSALS.contains(reason)) {
            assertThat(findings).anyMatch(finding -> finding.code() == FindingCode.CREDENTIALS_EXPIRED);
        } else {
            assertThat(findings)
                    .noneMatch(finding -> finding.code() == FindingCode.CREDENTIALS_EXPIRED)
                    .noneMatch(finding -> finding.severity() == Severity.CRITICAL)
                    .flatExtracting(Finding::remedy)
                    .noneMatch(step -> step.contains("associate"));
        }
    }

    @Test
    void credentialsThatAwsRefusesAreNotSaidToWork() {
        for (RoleState state : List.of(RoleState.ATTACHED, RoleState.TRUST_DENIED, RoleState.PROFILE_NOT_FOUND)) {
            SeenHost refused = seen().role(state).unidentified(INSTANCE_ROLE, FailureReason.INVALID_KEY);

            assertThat(Rules.diagnose(refused.facts(), NOW).findings())
                    .anySatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.CRITICAL));
            assertThat(Rules.diagnose(refused.facts(), NOW).findings())
                    .flatExtracting(Finding::evidence)
                    .noneMatch(sentence -> sentence.contains("work until") || sentence.contains("stop working"));
        }
    }

    @Test
    void aFindingNamesTheVeryOneThatItGoesAwayWith() {
        SeenHost host = seen().keyOf("deploy", OTHER_KEY, "/home/deploy/.aws/credentials")
                .keyOf("root", KEY, "/root/.aws/credentials");

        assertThat(Rules.diagnose(host.facts(), NOW).findings().stream()
                        .filter(finding -> finding.code() == FindingCode.STATIC_KEY_LIVE)
                        .flatMap(finding -> finding.causeSubject().stream()))
                .containsExactly("/home/deploy/.aws/credentials", "/root/.aws/credentials");
    }

    @Test
    void aKeyThatAwsRefusesIsNotTheOneThatStsNames() {
        SeenHost host = seen().workload(holder())
                .log(refusedIn(API))
                .caller(DEFAULT_CHAIN, USER_ARN)
                .ownKey("root", KEY);

        assertThat(Rules.diagnose(host.facts(), NOW).findings().stream().map(RulesTest::line))
                .contains("dead_key_shadows_role pm2:api", "caller_is_iam_user default_chain < keys_shadow_role");
    }

    @Test
    void theDefaultChainIsNamedByUserAndFile() {
        SeenHost host =
                seen().caller(DEFAULT_CHAIN, USER_ARN).ownKey("root", KEY).keyOf("root", KEY, "/root/.aws/credentials");

        assertThat(Rules.diagnose(host.facts(), NOW).findings())
                .filteredOn(finding -> finding.subject().equals("default_chain"))
                .first()
                .satisfies(finding -> {
                    assertThat(finding.evidence().get(0))
                            .contains(
                                    "the default chain of user root (key AKIA************3BC7 in /root/.aws/credentials:2)"
                                            + " is " + USER_ARN);
                    assertThat(finding.remedy()).containsExactly("Remove the key from /root/.aws/credentials:2.");
                });
    }

    @Test
    void beforeAnythingWasSeenNothingIsKnown() {
        Diagnosis diagnosis = Rules.diagnose(Facts.none(Expectations.NONE), NOW);

        assertThat(diagnosis.status()).isEqualTo(Status.UNKNOWN);
        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.migration().phase()).isEqualTo(MigrationPhase.UNKNOWN);
    }

    @Test
    void aCollectorThatBrokeOffOrStoodStillMakesBlind() {
        Facts facts = seen().facts()
                .with(new CollectorRun(
                        CollectorName.KEYS, false, Duration.ZERO, Optional.of(NOW), Duration.ofSeconds(60)))
                .with(new CollectorRun(
                        CollectorName.ROLE,
                        true,
                        Duration.ZERO,
                        Optional.of(NOW.minusSeconds(46)),
                        Duration.ofSeconds(15)));

        assertThat(Rules.diagnose(facts, NOW).findings().stream().map(RulesTest::line))
                .containsExactly("blind collector:role", "blind collector:keys");
        assertThat(Rules.diagnose(facts, NOW).status()).isEqualTo(Status.WARNING);
    }

    @Test
    void aCollectorWhoseFirstRunDoesNotEndMakesBlind() {
        Facts facts = seen().facts().watched(NOW.minusSeconds(95));
        for (CollectorName name : CollectorName.values()) {
            if (name != CollectorName.CALLER) {
                facts = facts.with(
                        new CollectorRun(name, true, Duration.ZERO, Optional.of(NOW), Duration.ofSeconds(60)));
            }
        }

        Diagnosis diagnosis = Rules.diagnose(facts, NOW);

        assertThat(diagnosis.findings().stream().map(RulesTest::line)).containsExactly("blind collector:caller");
        assertThat(diagnosis.findings().get(0).evidence())
                .containsExactly("its first run has not ended, 1m 35s after Rolemeter began to look");
        assertThat(diagnosis.status()).isEqualTo(Status.WARNING);
        assertThat(Rules.diagnose(facts, NOW.minusSeconds(10)).findings()).isEmpty();
    }

    @Test
    void whereStsAnswersTheRoleTheDefaultChainItselfIsToBlame() {
        assertThat(remedy(seen().unidentified(DEFAULT_CHAIN, FailureReason.TIMEOUT)))
                .contains("credential_process")
                .doesNotContain("route");
        assertThat(remedy(seen().unidentified(INSTANCE_ROLE, FailureReason.TIMEOUT)
                        .unidentified(DEFAULT_CHAIN, FailureReason.TIMEOUT)))
                .contains("route");
    }

    private static String remedy(SeenHost seen) {
        List<Finding> findings = Rules.diagnose(seen.facts(), NOW).findings();
        return String.join(" ", findings.get(findings.size() - 1).remedy());
    }

    @Test
    void noRemedySaysToPutKeysBack() {
        hosts().flatMap(host -> Rules.diagnose((Facts) host.get()[1], NOW).findings().stream())
                .flatMap(finding -> finding.remedy().stream())
                .forEach(remedy -> assertThat(remedy.toLowerCase(java.util.Locale.ROOT))
                        .doesNotContainPattern("(put|bring|restore)\\b.*\\bkeys? back(?<!do not bring keys back)")
                        .doesNotContain("new access key"));
    }

    @Test
    void manyKeysMakeFewFindings() {
        SeenHost seen = seen();
        for (int i = 0; i < 1000; i++) {
            String number = Integer.toString(i, 8).replace('0', 'A').replace('1', 'B');
            seen.key("AKIARTX3GSDS" + "A".repeat(8 - number.length()) + number, Exposure.AT_REST, "/srv/" + i, NOBODY);
        }

        List<Finding> findings = Rules.diagnose(seen.facts(), NOW).findings();

        assertThat(findings).hasSize(21).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.STATIC_KEY_AT_REST);
            assertThat(finding.evidence()).hasSizeLessThanOrEqualTo(8);
        });
    }
}
