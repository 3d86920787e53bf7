package io.rolemeter.collect.logs;

import static io.rolemeter.collect.keys.FakeHost.fixture;
import static io.rolemeter.collect.logs.LogHost.EXPIRED;
import static io.rolemeter.collect.logs.LogHost.LOG;
import static io.rolemeter.collect.logs.LogHost.NOW;
import static io.rolemeter.collect.logs.LogHost.OLD;
import static io.rolemeter.collect.logs.LogHost.RECENT;
import static io.rolemeter.collect.logs.LogHost.STARTED;
import static io.rolemeter.collect.logs.LogHost.described;
import static io.rolemeter.collect.logs.LogHost.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.WatchedLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCollectorTest {
    @TempDir
    Path root;

    @Test
    void theErrorLogOfARunningApplicationIsFoundByItsEnvironment() {
        LogsFact fact =
                new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED).look();

        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=1");
        WatchedLog log = fact.logs().get(0);
        assertThat(log.path()).isEqualTo(LOG);
        assertThat(log.since()).isEqualTo(STARTED);
        assertThat(log.errors(LogError.EXPIRED_TOKEN).map(errors -> errors.last()))
                .contains(Instant.parse("2026-11-21T15:50:00Z"));
        assertThat(fact.complete()).isTrue();
        assertThat(total(fact, LogError.EXPIRED_TOKEN)).isOne();
    }

    @Test
    void theErrorLogOfAWorkerIsFoundInTheJsonOfItsCluster() {
        LogHost host = new LogHost(root);
        host.files.process(
                900,
                "node",
                "pm2_env={\"name\":\"jobs\",\"pm_exec_path\":\"/srv/jobs/w.js\",\"pm_err_log_path\":\"/l/j.log\"}");
        host.log("/l/j.log", RECENT + EXPIRED);

        assertThat(described(host.look())).containsExactly("j.log pm2:jobs expired_token=1");
    }

    @Test
    void theErrorLogOfAnApplicationThatDoesNotRunIsFoundByTheDump() {
        LogHost host = new LogHost(root);
        host.files.file(
                "/home/ec2-user/.pm2/dump.pm2", "[{\"name\":\"web\",\"pm_err_log_path\":\"/var/log/web-error.log\"}]");
        host.log("/var/log/web-error.log", RECENT + "CredentialsProviderError: Could not load credentials\n");

        LogsFact fact = host.look();

        assertThat(described(fact)).containsExactly("web-error.log pm2:web no_credentials=1");
        assertThat(fact.logs().get(0).since()).isEqualTo(NOW.minus(Duration.ofDays(1)));
    }

    @Test
    void observedDumpsAndEnvironmentsNameTheirLogs() {
        LogHost host = new LogHost(root);
        host.files
                .file("/home/ec2-user/.pm2/dump.pm2", fixture("dump.pm2"))
                .fixtureProcess(24241, "eco-api")
                .process(24300, "node", new byte[] {'n'}, fixture("cluster-own-key.environ.bin"));

        assertThat(described(host.look()))
                .containsExactlyInAnyOrder(
                        "cl-error-0.log pm2:cl",
                        "dotenv-api-error-2.log pm2:dotenv-api",
                        "dotenv-api-error-3.log pm2:dotenv-api",
                        "eco-api-error.log pm2:eco-api",
                        "shell-api-error.log pm2:shell-api");
    }

    @Test
    void aLogThatIsThrownAwayIsNotWatched() {
        LogHost host = new LogHost(root).running(812, "api", "/dev/null", STARTED);

        assertThat(host.look().logs()).isEmpty();
    }

    @Test
    void configuredFilesAndGlobsAreWatchedAndTheirPredecessorsAreNot() {
        LogHost host = new LogHost(root, "/var/log/app.log", "/srv/*/log/*.log");
        host.log("/var/log/app.log", RECENT + EXPIRED).log("/srv/a/log/x.log", RECENT + EXPIRED)
                .log("/srv/a/log/x-20261120.log", RECENT + EXPIRED).log("/srv/a/log/deep/y.log", RECENT + EXPIRED).log(
                "/srv/b/log/z.log", "nothing\n");

        assertThat(described(host.look()))
                .containsExactly("x.log - expired_token=2", "z.log -", "app.log - expired_token=1");
    }

    @Test
    void linesBeforeTheLastStartDoNotCount() {
        LogHost host = new LogHost(root).runningApi().log(LOG, OLD + EXPIRED + RECENT + "InvalidClientTokenId\n");

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api invalid_key=1");
    }

    @Test
    void aLogThatWasNotWrittenSinceTheStartHasNoErrorsWhateverItHolds() {
        LogHost host = new LogHost(root).runningApi().log(LOG, EXPIRED).modified(LOG, STARTED.minusSeconds(60));

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api");
    }

    @Test
    void withoutTimesOnlyTheEndOfALogIsKnownToBeNew() {
        LogHost host = new LogHost(root).runningApi().log(LOG, EXPIRED + "x\n".repeat(4000) + EXPIRED);

        LogsFact fact = host.look();

        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=1 undated=1");
        assertThat(fact.logs().get(0).errors(LogError.EXPIRED_TOKEN).map(errors -> errors.last()))
                .contains(NOW.minusSeconds(5));
    }

    @Test
    void whatIsAppendedBetweenTwoLooksIsNewWithoutATimeToo() {
        LogHost host = new LogHost(root).runningApi().log(LOG, "x\n".repeat(4000));
        host.look();

        host.append(LOG, EXPIRED + EXPIRED);

        assertThat(described(host.lookLater())).containsExactly("api-error.log pm2:api expired_token=2");
        assertThat(described(host.lookLater())).containsExactly("api-error.log pm2:api expired_token=2");
        assertThat(total(host.look(), LogError.EXPIRED_TOKEN)).isEqualTo(2);
    }

    @Test
    void aRestartForgivesWhatWasBeforeAndTheTotalStays() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED);
        host.look();
        host.clock.advance(Duration.ofMinutes(5));
        host.startedAt(812, NOW.plusSeconds(200));

        LogsFact fact = host.look();

        assertThat(described(fact)).containsExactly("api-error.log pm2:api");
        assertThat(total(fact, LogError.EXPIRED_TOKEN)).isOne();
    }

    @Test
    void ofSeveralProcessesTheOldestIsTheStart() {
        LogHost host = new LogHost(root)
                .running(812, "api", LOG, NOW.minusSeconds(60))
                .running(813, "api", LOG, STARTED)
                .log(LOG, RECENT + EXPIRED);

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api expired_token=1");
    }

    @Test
    void aLogThatWasRenamedIsReadToItsEnd() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + "listening\n");
        host.look();

        host.append(LOG, RECENT + EXPIRED)
                .move(LOG, LOG + ".1")
                .log(LOG, RECENT + EXPIRED + RECENT + "InvalidClientTokenId\n");

        LogsFact fact = host.lookLater();
        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=2 invalid_key=1");
        assertThat(fact.complete()).isTrue();
        assertThat(described(host.lookLater())).containsExactly("api-error.log pm2:api expired_token=2 invalid_key=1");
    }

    /** As pm2-logrotate does: the same file goes on, and its content lies in a copy. */
    @Test
    void aLogThatWasCopiedAndTruncatedIsReadToItsEndInTheCopy() {
        String before = RECENT + "listening\n";
        LogHost host = new LogHost(root).runningApi().log(LOG, before);
        host.look();

        host.log(LOG.replace(".log", "__2026-11-21_16-00-30.log"), before + RECENT + EXPIRED).log(
                LOG, RECENT + "InvalidClientTokenId\n");

        assertThat(described(host.lookLater())).containsExactly("api-error.log pm2:api expired_token=1 invalid_key=1");
    }

    @Test
    void aLogThatHasGrownBeyondItsOldSizeAfterItWasTruncatedIsReadFromItsBeginning() {
        String before = RECENT + "listening\n";
        LogHost host = new LogHost(root).runningApi().log(LOG, before);
        host.look();

        host.log(LOG, "2026-11-21T16:00:20: " + EXPIRED + RECENT + "InvalidClientTokenId\n");

        assertThat(described(host.lookLater())).containsExactly("api-error.log pm2:api expired_token=1 invalid_key=1");
    }

    @Test
    void aPredecessorThatIsAlreadyPackedIsReadToItsEnd() {
        String before = RECENT + "listening\n";
        LogHost host = new LogHost(root).runningApi().log(LOG, before);
        host.look();

        host.move(LOG, LOG + ".old");
        host.files.file(LOG + "-20261121.gz", LogHost.packed(before + RECENT + EXPIRED));
        host.log(LOG, "");

        LogsFact fact = host.lookLater();
        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=1");
        assertThat(fact.complete()).isTrue();
    }

    @Test
    void atTheFirstLookThePredecessorsSinceTheStartCountToo() {
        LogHost host = new LogHost(root)
                .runningApi()
                .log(LOG, RECENT + EXPIRED)
                .log(LOG + ".1", OLD + EXPIRED + RECENT + EXPIRED)
                .log(LOG + ".3", RECENT + EXPIRED)
                .modified(LOG + ".3", STARTED.minusSeconds(1));
        host.files.file(LOG + ".2.gz", LogHost.packed(RECENT + EXPIRED));
        host.modified(LOG + ".2.gz", STARTED.plusSeconds(60));

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api expired_token=3");
    }

    @Test
    void aPredecessorThatIsNowhereIsSaid() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + "listening\n");
        host.look();
        host.move(LOG, "/home/ec2-user/.pm2/logs/elsewhere").log(LOG, RECENT + EXPIRED);

        LogsFact fact = host.lookLater();

        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=1");
        assertThat(fact.unreadable())
                .containsExactly(
                        new LogsFact.UnreadLog(LOG, "was rotated, and the end of its predecessor is not found"));
        assertThat(host.lookLater().complete()).isTrue();
    }

    @Test
    void theLogsOfOtherInstancesAreNoPredecessors() {
        LogHost host =
                new LogHost(root).runningApi().log(LOG, "x\n").log(LOG.replace(".log", "-0.log"), RECENT + EXPIRED);

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api");
    }

    @Test
    void anotherConfigurationGoesOnWhereTheOldOneWas() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED);
        host.look();

        host.configure("/var/log/more.log");
        host.log("/var/log/more.log", RECENT + "InvalidClientTokenId\n");
        LogsFact fact = host.lookLater();

        assertThat(described(fact))
                .containsExactly("api-error.log pm2:api expired_token=1", "more.log - invalid_key=1");
        assertThat(total(fact, LogError.EXPIRED_TOKEN)).isOne();
        assertThat(total(fact, LogError.INVALID_KEY)).isOne();
    }

    @Test
    void aLogThatIsNotWatchedAnyMoreVanishesAndItsTotalStays() {
        LogHost host = new LogHost(root, "/var/log/app.log").log("/var/log/app.log", RECENT + EXPIRED);
        host.look();

        host.configure();
        LogsFact fact = host.lookLater();

        assertThat(fact.logs()).isEmpty();
        assertThat(total(fact, LogError.EXPIRED_TOKEN)).isOne();
    }

    @Test
    void aLogThatIsThereOnlyLaterIsReadFromItsBeginning() {
        LogHost host = new LogHost(root).runningApi();
        assertThat(described(host.look())).containsExactly("api-error.log pm2:api");

        host.log(LOG, RECENT + EXPIRED);

        assertThat(described(host.lookLater())).containsExactly("api-error.log pm2:api expired_token=1");
    }

    @Test
    void theCallerOfADenialIsKept() {
        LogHost host = new LogHost(root)
                .runningApi()
                .log(
                        LOG,
                        RECENT + "AccessDenied: User: arn:aws:iam::111122223333:user/backend is not authorized to"
                                + " perform: s3:PutObject on resource: \"arn:aws:s3:::source/a\" with an explicit deny\n");

        assertThat(host.look().logs().get(0).denials()).singleElement().satisfies((DeniedAction denied) -> {
            assertThat(denied.principal()).isEqualTo("arn:aws:iam::111122223333:user/backend");
            assertThat(denied.action()).isEqualTo("s3:PutObject");
            assertThat(denied.resource()).isEqualTo(Optional.of("arn:aws:s3:::source/a"));
        });
    }

    @Test
    void anErrorOfTheFutureIsNoYoungerThanTheLook() {
        LogHost host = new LogHost(root).runningApi().log(LOG, "2026-11-21T23:00:00: " + EXPIRED);

        assertThat(host.look().logs().get(0).errors(LogError.EXPIRED_TOKEN).map(errors -> errors.last()))
                .contains(NOW);
    }
}
