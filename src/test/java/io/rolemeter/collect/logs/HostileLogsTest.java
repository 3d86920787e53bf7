package io.rolemeter.collect.logs;

import static io.rolemeter.collect.logs.LogHost.EXPIRED;
import static io.rolemeter.collect.logs.LogHost.LOG;
import static io.rolemeter.collect.logs.LogHost.RECENT;
import static io.rolemeter.collect.logs.LogHost.described;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.LogsFact.UnreadLog;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies where a log should be: a look ends in time, says what it could not read, and keeps no secret. */
@Timeout(30)
class HostileLogsTest {
    @TempDir
    Path root;

    @Test
    void aPipeIsSaidAndNotOpened() throws Exception {
        LogHost host = new LogHost(root).runningApi().log(LOG + ".keep", "");
        assertThat(new ProcessBuilder("mkfifo", host.files.path(LOG).toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(host.look().unreadable()).containsExactly(new UnreadLog(LOG, "is a named pipe"));
    }

    @Test
    void aFolderIsSaid() throws IOException {
        LogHost host = new LogHost(root).runningApi();
        Files.createDirectories(host.files.path(LOG));

        assertThat(host.look().unreadable()).containsExactly(new UnreadLog(LOG, "is a directory"));
    }

    @Test
    void aLoopOfLinksIsSaid() {
        LogHost host = new LogHost(root).runningApi();
        host.files.link(LOG, LOG + "2").link(LOG + "2", LOG);

        assertThat(host.look().unreadable()).containsExactly(new UnreadLog(LOG, "too many links"));
    }

    @Test
    void aLinkStaysBeneathTheRoot() {
        LogHost host = new LogHost(root).runningApi();
        host.files.link(LOG, "/../../../var/log/real.log");
        host.log("/var/log/real.log", RECENT + EXPIRED);

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api expired_token=1");
    }

    @Test
    void aFolderThatLinksToItselfEndsAGlob() {
        LogHost host = new LogHost(root, "/srv/**/*.log").log("/srv/a/x.log", RECENT + EXPIRED);
        host.files.link("/srv/a/again", "/srv/a");

        assertThat(described(host.look())).containsExactly("x.log - expired_token=1");
    }

    @Test
    void moreLogsThanAreWatchedAreSaid() {
        LogHost host = new LogHost(root, "/srv/*.log");
        IntStream.range(0, LogSources.MAX_LOGS + 1).forEach(i -> host.log("/srv/" + i + ".log", ""));

        LogsFact fact = host.look();

        assertThat(fact.logs()).hasSize(LogSources.MAX_LOGS);
        assertThat(fact.unreadable()).containsExactly(new UnreadLog("logs", "there are more than 200"));
    }

    @Test
    void ofAVeryLargeLogTheEndIsReadAndTheRestIsSaid() throws IOException {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED);
        try (RandomAccessFile file = new RandomAccessFile(host.files.path(LOG).toFile(), "rw")) {
            file.setLength(Follower.MAX_BYTES * 40);
            file.seek(file.length());
            file.write(("\n" + RECENT + "InvalidClientTokenId\n").getBytes(StandardCharsets.UTF_8));
        }

        LogsFact fact = host.look();

        assertThat(described(fact)).containsExactly("api-error.log pm2:api invalid_key=1");
        assertThat(fact.unreadable())
                .containsExactly(
                        new UnreadLog(LOG, "more was written than is read at once: only the last 64 MiB were read"));
        assertThat(host.lookLater().complete()).isTrue();
    }

    /** Five logs of the greatest length that is read are more than one look reads. */
    @Test
    void whatTheFirstLookHadNoTimeForIsNotNewAtTheSecond() throws IOException {
        LogHost host = new LogHost(root, "/srv/*.log");
        for (int i = 0; i < 5; i++) {
            String log = "/srv/" + i + ".log";
            host.log(log, "x\n");
            try (RandomAccessFile file =
                    new RandomAccessFile(host.files.path(log).toFile(), "rw")) {
                file.setLength(Follower.MAX_BYTES - (10 << 10));
                file.seek(file.length() - (5 << 10));
                file.write(("\n" + EXPIRED).getBytes(StandardCharsets.UTF_8));
            }
            host.modified(log, LogHost.NOW.minusSeconds(5));
        }
        assertThat(host.look().unreadable()).isNotEmpty();

        assertThat(described(host.lookLater()))
                .containsExactly(
                        "0.log - undated=1",
                        "1.log - undated=1",
                        "2.log - undated=1",
                        "3.log - undated=1",
                        "4.log - undated=1");
        host.append("/srv/4.log", EXPIRED);
        assertThat(described(host.lookLater())).contains("4.log - expired_token=1 undated=1");
    }

    @Test
    void aPackedPredecessorThatIsGarbageIsSaidAndTheLogIsReadOn() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED);
        host.files.file(LOG + ".1.gz", "this is not gzip");

        LogsFact fact = host.look();

        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=1");
        assertThat(fact.unreadable())
                .containsExactly(new UnreadLog(LOG, "its predecessor cannot be read: api-error.log.1.gz"));
    }

    @Test
    void aPackedPredecessorThatUnpacksWithoutEndIsReadSoFar() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED);
        host.files.file(LOG + ".1.gz", LogHost.packed("0".repeat(100 << 20)));

        LogsFact fact = host.look();

        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=1");
        assertThat(fact.unreadable())
                .containsExactly(
                        new UnreadLog(LOG, "its predecessor is too long to be read to its end: api-error.log.1.gz"));
    }

    @Test
    void aPredecessorThatIsLongerThanIsReadAtOnceIsSaid() throws IOException {
        LogHost host = new LogHost(root).runningApi().log(LOG + ".1", RECENT + EXPIRED);
        try (RandomAccessFile file =
                new RandomAccessFile(host.files.path(LOG + ".1").toFile(), "rw")) {
            file.setLength(Follower.MAX_BYTES + 1);
        }
        host.log(LOG, RECENT + EXPIRED);

        LogsFact fact = host.look();

        assertThat(described(fact)).containsExactly("api-error.log pm2:api expired_token=2");
        assertThat(fact.unreadable())
                .containsExactly(
                        new UnreadLog(LOG, "its predecessor is too long to be read to its end: api-error.log.1"));
    }

    @Test
    void randomBytesAreRead() {
        byte[] bytes = new byte[3 << 20];
        new Random(9).nextBytes(bytes);
        LogHost host = new LogHost(root).runningApi();
        host.files.file(LOG, bytes);
        host.append(LOG, "\n" + RECENT + EXPIRED);

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api expired_token=1");
    }

    @Test
    void nothingButErrorsIsCountedInTime() {
        LogHost host = new LogHost(root).runningApi().log(LOG, (RECENT + EXPIRED).repeat(200_000));

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api expired_token=200000");
    }

    @Test
    void aDumpThatIsGarbageEndsNothing() {
        LogHost host = new LogHost(root).runningApi().log(LOG, RECENT + EXPIRED);
        host.files.file("/home/ec2-user/.pm2/dump.pm2", "[{\"name\":\"web\",\"pm_err_log_path\":{\"a\":[[[[");

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api expired_token=1");
    }

    @Test
    void aSecretInALogIsNowhereInTheFact() {
        String key = "AKIARTX3GSDSVIA23BC7";
        String line = "ExpiredToken " + key + " " + FakeHost.SECRET + "\n"
                + "AccessDenied: User: arn:aws:iam::111122223333:user/" + FakeHost.SECRET
                + " is not authorized to perform:"
                + " s3:GetObject on resource: " + FakeHost.SECRET + "\n";
        String named = "/home/ec2-user/.pm2/logs/" + key + "-error.log";
        LogHost host = new LogHost(root, named).runningApi().log(LOG, line).log(named, line);

        String seen = host.look().toString();

        assertThat(seen).contains("expired_token".toUpperCase(java.util.Locale.ROOT));
        assertThat(seen).doesNotContain(key).doesNotContain(FakeHost.SECRET).doesNotContain("Zp2LmQx7Rt4Wv1");
    }

    @Test
    void aTimeBeforeTheEpochOrFarAwayEndsNothing() {
        LogHost host = new LogHost(root)
                .runningApi()
                .log(LOG, "2099-12-31T23:59:59: " + EXPIRED + "2000-01-01T00:00:00: " + EXPIRED)
                .modified(LOG, LogHost.NOW.plus(Duration.ofDays(900)));

        assertThat(described(host.look())).containsExactly("api-error.log pm2:api expired_token=1");
    }
}
