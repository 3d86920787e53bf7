package io.rolemeter.demo;

import static io.rolemeter.demo.files.ForgottenKey.Place.COMMENTED_DOTENV;
import static io.rolemeter.demo.files.ForgottenKey.Place.DOTENV_BACKUP;
import static io.rolemeter.demo.files.ForgottenKey.Place.PASTED_SESSION;
import static io.rolemeter.demo.files.ForgottenKey.Place.PM2_DUMP;
import static io.rolemeter.demo.files.ForgottenKey.Place.PM2_PROCESS;
import static io.rolemeter.demo.files.ForgottenKey.Place.ROOT_CREDENTIALS;
import static io.rolemeter.demo.files.ForgottenKey.Place.UNUSED_CREDENTIALS;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Rights;
import io.rolemeter.demo.files.ForgottenKey;
import io.rolemeter.demo.services.Cloud;
import io.rolemeter.demo.services.Instance;
import io.rolemeter.demo.services.MetadataAccess;
import io.rolemeter.demo.services.Profile;
import io.rolemeter.demo.services.Rotation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every scenario there is. */
public final class Scenarios {

    private static final List<Scenario> ALL = List.of(
            new Scenario(
                    "healthy",
                    "A role is attached, its credentials rotate, and no static key is left.",
                    Instance.with(Profile.ATTACHED),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "keys-shadow-role",
                    "A role is attached, but a forgotten key of an IAM user still wins.",
                    Instance.with(Profile.ATTACHED),
                    ForgottenKey.activeIn(PM2_PROCESS, PM2_DUMP, ROOT_CREDENTIALS, COMMENTED_DOTENV)),
            new Scenario(
                    "iam-user-only",
                    "No instance profile: everything runs with the key of an IAM user.",
                    Instance.with(Profile.ABSENT),
                    ForgottenKey.activeIn(PM2_PROCESS, ROOT_CREDENTIALS)),
            new Scenario(
                    "profile-without-role",
                    "The instance profile is attached but contains no role.",
                    Instance.with(Profile.WITHOUT_ROLE),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "profile-deleted",
                    "The instance profile was deleted under the running instance: two hours are left.",
                    Instance.with(Profile.DELETED).rotating(Rotation.stoppedWith(Duration.ofHours(2))),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "expiring",
                    "The role's credentials end in four minutes and are not renewed.",
                    Instance.with(Profile.ATTACHED).rotating(Rotation.stoppedWith(Duration.ofMinutes(4))),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "imds-down",
                    "The metadata service does not answer, and there are no keys.",
                    Instance.with(Profile.ATTACHED).reachedBy(MetadataAccess.UNREACHABLE),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "dead-key",
                    "The forgotten key was deactivated, and still keeps programs from using the role.",
                    Instance.with(Profile.ATTACHED),
                    ForgottenKey.deadIn(PM2_PROCESS, ROOT_CREDENTIALS)),
            new Scenario(
                    "expired-token",
                    "The role's credentials ended ten minutes ago, and no new ones are handed out.",
                    Instance.with(Profile.ATTACHED).rotating(Rotation.stoppedWith(Duration.ofMinutes(-10))),
                    ForgottenKey.nowhere()),
            roleOnly("session-revoked", "Somebody revoked the role's sessions: STS answers, and all else is denied.")
                    .at(Cloud.with(Rights.REVOKED)),
            roleOnly("cross-region-denied", "A cross-region profile runs its model where the policy does not allow it.")
                    .at(Cloud.with(Rights.ONE_REGION))
                    .testedBy(Smoke.CHAT),
            roleOnly("over-permissive", "The role may write where it must not, and look at EC2.")
                    .at(Cloud.with(Rights.GENEROUS))
                    .testedBy(Smoke.BOUNDS),
            roleOnly("clock-skew", "The host's clock is ten minutes behind AWS's.")
                    .at(Cloud.with(Rights.LEAST).aheadBy(Duration.ofMinutes(10)))
                    .testedBy(Smoke.CHAT),
            roleOnly("model-id-invalid", "A smoke test names a model that does not exist.")
                    .testedBy(Smoke.WRONG_MODEL),
            roleOnly("throttled", "S3 answers nothing but that it is asked too often.")
                    .at(Cloud.with(Rights.LEAST).busy()),
            new Scenario(
                    "profile-expired",
                    "The instance profile was deleted, and the last credentials ended ten minutes ago.",
                    Instance.with(Profile.DELETED).rotating(Rotation.stoppedWith(Duration.ofMinutes(-10))),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "profile-recreated",
                    "The instance profile was deleted and re-created under its name: the old credentials are the last.",
                    Instance.with(Profile.RECREATED).rotating(Rotation.stalledAt(Duration.ofMinutes(20))),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "trust-denied",
                    "The role's trust policy does not let EC2 assume it.",
                    Instance.with(Profile.TRUST_DENIED),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "rotation-late",
                    "The role's credentials should have been renewed forty minutes ago, as they always were.",
                    Instance.with(Profile.ATTACHED).rotating(Rotation.stalledAt(Duration.ofMinutes(100))),
                    ForgottenKey.nowhere()),
            new Scenario(
                            "outage",
                            "AWS cannot issue new credentials, and accepts those that ended ten minutes ago.",
                            Instance.with(Profile.ATTACHED).rotating(Rotation.stoppedWith(Duration.ofMinutes(-10))),
                            ForgottenKey.nowhere())
                    .at(Cloud.with(Rights.LEAST).lenientWithSessions()),
            new Scenario(
                    "root-key",
                    "Somebody left a key of the account's root user in the home of root.",
                    Instance.with(Profile.ATTACHED),
                    ForgottenKey.ofRootIn(ROOT_CREDENTIALS)),
            new Scenario(
                    "leftovers",
                    "All use the role; the key is left in a backup and in a file that nothing reads.",
                    Instance.with(Profile.ATTACHED),
                    ForgottenKey.activeIn(DOTENV_BACKUP, UNUSED_CREDENTIALS)),
            new Scenario(
                    "pasted-session",
                    "A program was started with a session that somebody copied from elsewhere.",
                    Instance.with(Profile.ATTACHED),
                    ForgottenKey.activeIn(PASTED_SESSION)),
            roleOnly("elsewhere", "The host is in another account, with another role, than is expected.")
                    .testedBy(Smoke.ELSEWHERE),
            new Scenario(
                    "impersonated",
                    "What answers as the metadata service hands out another instance's credentials.",
                    Instance.with(Profile.ATTACHED).impersonating(Account.NEIGHBOUR_ID),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "imds-disabled",
                    "The metadata service is switched off for this instance.",
                    Instance.with(Profile.ATTACHED).reachedBy(MetadataAccess.DISABLED),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "imds-throttled",
                    "Some program asks the metadata service all the time, and it answers nobody any more.",
                    Instance.with(Profile.ATTACHED).reachedBy(MetadataAccess.THROTTLED),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "imds-hop-limit",
                    "The metadata service's tokens do not reach the agent: a hop too many.",
                    Instance.with(Profile.ATTACHED).reachedBy(MetadataAccess.TOKEN_LOST),
                    ForgottenKey.nowhere()),
            new Scenario(
                    "imds-v1",
                    "The metadata service answers without a token, too.",
                    Instance.with(Profile.ATTACHED).reachedBy(MetadataAccess.TOKEN_OPTIONAL),
                    ForgottenKey.nowhere()),
            roleOnly("full-smoke", "The whole smoke list of a migration: one test skipped, all others green.")
                    .testedBy(Smoke.FULL));

    private Scenarios() {}

    private static Scenario roleOnly(String name, String description) {
        return new Scenario(name, description, Instance.with(Profile.ATTACHED), ForgottenKey.nowhere());
    }

    /** All scenarios, the healthy one first, in the order in which they should be listed. */
    public static List<Scenario> all() {
        return ALL;
    }

    /** The scenario of exactly this name. */
    public static Optional<Scenario> named(String name) {
        return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
