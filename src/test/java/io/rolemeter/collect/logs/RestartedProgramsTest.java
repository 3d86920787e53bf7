package io.rolemeter.collect.logs;

import static io.rolemeter.collect.logs.LogHost.EXPIRED;
import static io.rolemeter.collect.logs.LogHost.LOG;
import static io.rolemeter.collect.logs.LogHost.NOW;
import static io.rolemeter.collect.logs.LogHost.RECENT;
import static io.rolemeter.collect.logs.LogHost.STARTED;
import static io.rolemeter.collect.logs.LogHost.described;
import static io.rolemeter.collect.logs.LogHost.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.LogError;
import io.rolemeter.model.LogsFact;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program wrote before it was started again is new all the same, once, and is not held against the one that runs. */
class RestartedProgramsTest {
    private static final long LOOKS = 5;

    @TempDir
    Path root;

    @Test
    void whatAProgramWritesWithoutTimesIsCountedAtEachLookWhileItIsStartedAgainAndAgain() {
        LogHost host = new LogHost(root).runningApi().log(LOG, "x\n");
        host.look();

        for (long look = 1; look <= LOOKS; look++) {
            LogsFact fact = crashed(host, look, EXPIRED);

            assertThat(total(fact, LogError.EXPIRED_TOKEN)).isEqualTo(look);
            assertThat(described(fact)).containsExactly("api-error.log pm2:api undated=1");
        }
        assertThat(total(host.lookLater(), LogError.EXPIRED_TOKEN)).isEqualTo(LOOKS);
    }

    @Test
    void whatAProgramWritesWithTimesIsCountedAtEachLookWhileItIsStartedAgainAndAgain() {
        LogHost host = new LogHost(root).runningApi().log(LOG, "x\n");
        host.look();

        for (long look = 1; look <= LOOKS; look++) {
            LogsFact fact = crashed(host, look, "2026-11-21T16:0" + (look - 1) + ":40: " + EXPIRED);

            assertThat(total(fact, LogError.EXPIRED_TOKEN)).isEqualTo(look);
            assertThat(described(fact)).containsExactly("api-error.log pm2:api");
        }
    }

    @Test
    void nothingIsCountedTwiceByAnotherProcessOfRolemeter() {
        LogHost host = new LogHost(root).runningApi().log(LOG, EXPIRED.repeat(3));
        host.look();
        crashed(host, 1, EXPIRED);

        LogsFact fact = host.startedAnew().lookLater();
        assertThat(total(fact, LogError.EXPIRED_TOKEN)).isEqualTo(4);
        assertThat(total(crashed(host.startedAnew(), 3, EXPIRED), LogError.EXPIRED_TOKEN))
                .isEqualTo(5);
    }

    @Test
    void whatWasThereBeforeTheFirstLookAndIsOlderThanTheStartIsNeverCounted() {
        LogHost host =
                new LogHost(root).runningApi().log(LOG, EXPIRED.repeat(3)).modified(LOG, STARTED.minusSeconds(60));
        host.look();

        assertThat(total(crashed(host, 1, EXPIRED), LogError.EXPIRED_TOKEN)).isOne();
    }

    @Test
    void theEndOfALogThatWasWrittenAfterTheStartIsHeldAgainstTheProgram() {
        LogHost host = new LogHost(root).runningApi().log(LOG, "x\n");
        host.look();
        host.append(LOG, EXPIRED + "x\n".repeat(4000) + EXPIRED)
                .startedAt(812, NOW.plusSeconds(20))
                .modified(LOG, NOW.plusSeconds(30));

        LogsFact fact = host.lookLater();

        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=1 undated=1");
        assertThat(total(fact, LogError.EXPIRED_TOKEN)).isEqualTo(2);
    }

    @Test
    void whatStandsInARenamedPredecessorIsNewToo() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + "listening\n");
        host.look();
        host.append(LOG, EXPIRED).move(LOG, LOG + ".1").log(LOG, "");

        assertThat(total(crashed(host, 1, EXPIRED), LogError.EXPIRED_TOKEN)).isEqualTo(2);
    }

    /** As long as PM2 waits before it starts a program again, no process names the log; an application need not be in a dump. */
    @Test
    void whatIsWrittenWhileNoProcessNamesTheLogIsCountedOnce() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED);
        host.look();
        host.append(LOG, EXPIRED).ended(812);
        assertThat(host.lookLater().logs()).isEmpty();

        host.append(LOG, EXPIRED).modified(LOG, NOW.plusSeconds(100)).running(901, "api", LOG, NOW.plusSeconds(110));

        assertThat(total(host.lookLater(), LogError.EXPIRED_TOKEN)).isEqualTo(3);
    }

    @Test
    void aProgramThatCouldNotBeSeenForOneLookIsNotCountedAnew() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED);
        host.look();
        host.ended(812);
        host.lookLater();

        LogsFact fact = host.startedAnew().running(813, "api", LOG, STARTED).lookLater();

        assertThat(total(fact, LogError.EXPIRED_TOKEN)).isOne();
        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=1");
    }

    @Test
    void aLogThatNothingNamesForADayIsForgotten() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED);
        host.look();
        host.ended(812);
        host.clock.advance(Duration.ofDays(1));
        host.look();

        assertThat(host.remembered()).noneMatch(line -> line.contains(LOG));
    }

    /** Writes at the fortieth second of that minute, is started again ten seconds later, and is looked at when it is over. */
    private static LogsFact crashed(LogHost host, long minute, String written) {
        host.append(LOG, written)
                .modified(LOG, NOW.plusSeconds(60 * minute - 20))
                .startedAt(812, NOW.plusSeconds(60 * minute - 10));
        return host.lookLater();
    }
}
