package io.rolemeter;

import static io.rolemeter.demo.files.ForgottenKey.Place.BILLING_PROCESS;
import static io.rolemeter.demo.files.ForgottenKey.Place.COMMENTED_DOTENV;
import static io.rolemeter.demo.files.ForgottenKey.Place.DOTENV;
import static io.rolemeter.demo.files.ForgottenKey.Place.PM2_DUMP;
import static io.rolemeter.demo.files.ForgottenKey.Place.PM2_PROCESS;
import static io.rolemeter.demo.files.ForgottenKey.Place.ROOT_CREDENTIALS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.aws.OwnSettings;
import io.rolemeter.demo.Scenario;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.demo.files.ForgottenKey;
import io.rolemeter.demo.services.Instance;
import io.rolemeter.demo.services.Profile;
import io.rolemeter.demo.services.Rotation;
import io.rolemeter.model.Change;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Exposition;
import io.rolemeter.publish.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The migration of one host from the keys of an IAM user to a role, with all that goes wrong on the way, from the first look to
 * the day when somebody deletes the profile. The clock is moved, for the agent and for its simulated AWS; what the agent exports
 * on the way is what promtool evaluates the shipped alerts on.
 */
class MigrationIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMinutes(25);
    /** Long enough for every alert's window. */
    private static final Duration SETTLED = Duration.ofMinutes(24);

    private static final String KEY = "AKIA************XC6Y";
    private static final String PROBES = "read-source write-output write-to-source-is-denied viewer-role";

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final MovableClock clock = new MovableClock(start);
    private final RecordedSeries series = new RecordedSeries(start);
    private final Map<Duration, Set<String>> firing = new LinkedHashMap<>();

    /** A host that is watched all the time. */
    private final class Watched implements AutoCloseable {
        private final String name;
        private final SimulatedHost host;
        private final Agent agent;
        private final Metrics metrics;

        Watched(String name, Scenario first) {
            this.name = name;
            host = SimulatedHost.start(first, clock);
            metrics = new Metrics(BuildInfo.current(), Agent.nothingSeen(clock));
            agent = new Agent(new Surroundings(host.root(), clock, metrics), List.of(metrics));
        }

        Diagnosis look() {
            try (OwnSettings settings = new OwnSettings(host.defaultChainProperties())) {
                assertThat(settings).isNotNull();
                return agent.check(Configured.read(host.configuration(), "the host's configuration"));
            }
        }

        @Override
        public void close() {
            agent.close();
            host.close();
        }
    }

    private static Scenario host(Instance instance, ForgottenKey key) {
        return new Scenario("migration", "One step.", instance, key);
    }

    /**
     * Looks at the host, and lets it stay like that.
     *
     * @param alerts those that fire in the end, without {@code Rolemeter}
     */
    private Diagnosis step(Watched watched, Duration length, MigrationPhase phase, String findings, String alerts) {
        Diagnosis diagnosis = watched.look();

        assertThat(diagnosis.migration().phase()).isEqualTo(phase);
        assertThat(diagnosis.findings().stream().map(MigrationIT::line))
                .containsExactlyInAnyOrderElementsOf(words(findings, "; ", ""));
        Instant now = clock.instant();
        firing.put(Duration.between(start, now.plus(SETTLED)), words(alerts, " ", watched.name + " Rolemeter"));
        series.stretch(Map.of(watched.name, watched.metrics.scrape(Exposition.TEXT)), now, length);
        clock.advance(length);
        return diagnosis;
    }

    private static Set<String> words(String text, String separator, String before) {
        return text.isEmpty()
                ? Set.of()
                : List.of(text.split(separator, -1)).stream()
                        .map(word -> before + word)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(Finding finding) {
        return finding.code().label() + " " + finding.subject()
                + finding.causedBy().map(cause -> " < " + cause.label()).orElse("");
    }

    private static String probesFailBecauseOf(String cause) {
        return List.of(PROBES.split(" ", -1)).stream()
                .map(probe -> "; probe_failed " + probe + " < " + cause)
                .collect(Collectors.joining());
    }

    @Test
    void aMigrationFromStartToEnd(@TempDir Path folder) throws IOException {
        Path promtool = InstalledProgram.require("promtool", "evaluate the alert rules");
        ForgottenKey everywhere = ForgottenKey.activeIn(DOTENV, PM2_PROCESS, PM2_DUMP, ROOT_CREDENTIALS);
        Instance attached = Instance.with(Profile.ATTACHED);
        try (Watched app = new Watched("app", host(Instance.with(Profile.ABSENT), everywhere))) {
            step(
                    app,
                    STEP,
                    MigrationPhase.KEYS_ONLY,
                    "no_instance_profile instance_profile; caller_is_iam_user default_chain < static_key_live;"
                            + " static_key_live " + KEY
                            + probesFailBecauseOf("no_instance_profile"),
                    "NoInstanceProfile CallerIsIamUser StaticKeyLive");

            app.host.become(host(attached, everywhere));
            step(
                    app,
                    STEP,
                    MigrationPhase.ROLE_SHADOWED,
                    "keys_shadow_role pm2:api; keys_shadow_role default_chain < keys_shadow_role; keys_shadow_role /root/.aws/credentials;"
                            + " keys_shadow_role /srv/api/.env.production;"
                            + " caller_is_iam_user default_chain < keys_shadow_role; static_key_live " + KEY
                            + " < keys_shadow_role",
                    "KeysShadowRole CallerIsIamUser StaticKeyLive");

            app.host.become(host(attached, ForgottenKey.activeIn(BILLING_PROCESS)));
            step(
                    app,
                    STEP,
                    MigrationPhase.ROLE_SHADOWED,
                    "keys_shadow_role unit:billing.service; static_key_live " + KEY + " < keys_shadow_role",
                    "KeysShadowRole StaticKeyLive");

            app.host.become(host(attached, ForgottenKey.activeIn(COMMENTED_DOTENV)));
            Diagnosis commented = step(
                    app,
                    STEP,
                    MigrationPhase.ROLE_IN_USE_KEYS_REMAIN,
                    "static_key_commented " + KEY,
                    "StaticKeyLeftBehind");
            assertThat(commented.migration().keysSafeToDelete()).isTrue();

            app.host.become(host(attached, ForgottenKey.activeIn(COMMENTED_DOTENV, PM2_PROCESS, PM2_DUMP)));
            step(
                    app,
                    STEP,
                    MigrationPhase.ROLE_SHADOWED,
                    "pm2_cached_environment pm2:api; keys_shadow_role pm2:api < pm2_cached_environment; static_key_live "
                            + KEY + " < keys_shadow_role; static_key_commented " + KEY,
                    "Pm2CachedEnvironment KeysShadowRole StaticKeyLive StaticKeyLeftBehind");

            app.host.become(host(attached, ForgottenKey.nowhere()));
            Diagnosis clean = step(app, STEP, MigrationPhase.ROLE_ONLY, "", "");
            assertThat(clean.statusSince()).isEqualTo(clean.at());

            try (Watched other =
                    new Watched("other", host(attached, ForgottenKey.deadIn(PM2_PROCESS, ROOT_CREDENTIALS)))) {
                step(
                        other,
                        STEP,
                        MigrationPhase.ROLE_SHADOWED,
                        "dead_key_shadows_role default_chain; pm2_cached_environment pm2:api;"
                                + " keys_shadow_role pm2:api < pm2_cached_environment;"
                                + " keys_shadow_role /root/.aws/credentials < dead_key_shadows_role; static_key_live "
                                + KEY
                                + " < dead_key_shadows_role",
                        "DeadKeyShadowsRole Pm2CachedEnvironment KeysShadowRole StaticKeyLive");
            }

            app.host.become(host(
                    Instance.with(Profile.DELETED).rotating(Rotation.stoppedWith(Duration.ofHours(2))),
                    ForgottenKey.nowhere()));
            Diagnosis countdown = step(
                    app,
                    Duration.ofHours(2),
                    MigrationPhase.ROLE_ONLY,
                    "profile_deleted_countdown instance_profile",
                    "ProfileDeletedCountdown");
            assertThat(countdown.findings().get(0).evidence().get(0))
                    .startsWith("programs stop working at ")
                    .endsWith(", in 2h");

            Diagnosis expired = step(
                    app,
                    STEP,
                    MigrationPhase.NO_CREDENTIALS,
                    "profile_not_found instance_profile" + probesFailBecauseOf("profile_not_found"),
                    "ProfileNotFound");
            assertThat(identitiesOfTheDefaultChain(expired))
                    .containsExactly(
                            "not known: no_credentials",
                            "arn:aws:sts::111122223333:assumed-role/app-backend-role/i-0a1b2c3d4e5f67890");
        }
        judge(promtool, folder);
    }

    /** From the newest to the oldest; the first look of all is no change. */
    private static List<String> identitiesOfTheDefaultChain(Diagnosis last) {
        return last.history().stream()
                .filter(change -> change.kind() == Change.Kind.IDENTITY
                        && change.subject().equals("default_chain"))
                .map(change -> change.sentence().split(", was ", 2)[0])
                .toList();
    }

    private void judge(Path promtool, Path folder) throws IOException {
        Path rules = Path.of("config", "rolemeter.rules.yml").toAbsolutePath();
        Path test = Files.writeString(folder.resolve("migration.test.yml"), series.test(rules.toString(), firing));
        try (RunningProcess run =
                RunningProcess.start(List.of(promtool.toString(), "test", "rules", test.toString()))) {
            assertThat(run.awaitExit(LIMIT)).as(run.description()).isZero();
        }
    }
}
