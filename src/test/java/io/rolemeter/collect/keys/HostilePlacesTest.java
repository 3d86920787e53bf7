package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.Unreadable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees made to hold up a scan, to lead it astray, or to blind it: the scan ends, says what it did not read, and finds the rest. */
class HostilePlacesTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void onePipeOneGiantAndOneLoopInEveryFolderDoNotCostTheOthers(@TempDir Path root)
            throws IOException, InterruptedException {
        FakeHost host = new FakeHost(root);
        String[] folders = {"/etc/cron.d", "/etc/profile.d", "/etc/default", "/etc/systemd/system"};
        for (String folder : folders) {
            host.file(folder + "/z.service", PAIR).link(folder + "/loop.service", "loop.service");
            assertThat(new ProcessBuilder(
                                    "mkfifo",
                                    host.path(folder + "/pipe.service").toString())
                            .start()
                            .waitFor())
                    .isZero();
            try (RandomAccessFile file =
                    new RandomAccessFile(host.path(folder + "/giant.service").toFile(), "rw")) {
                file.setLength(1L << 32);
            }
        }
        KeysFact fact = assertTimeoutPreemptively(LIMIT, () -> host.collect());
        assertThat(fact.keys()).hasSize(folders.length);
        for (Place place : new Place[] {Place.CRON, Place.SYSTEM_ENVIRONMENT, Place.SYSTEMD}) {
            assertThat(FakeHost.scan(fact, place).examples())
                    .extracting(Unreadable::reason)
                    .contains("is a named pipe", "larger than 2 MiB", "too many links");
        }
    }

    @Test
    void linksDoNotLeadOutOfAnApplicationOrInCircles(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "A=b")
                .file("/srv/app/.env", PAIR)
                .link("/srv/app/up", "..")
                .link("/srv/app/self", ".")
                .link("/srv/app/all", "/")
                .file("/mnt/elsewhere/config.json", PAIR);
        assertThat(FakeHost.described(assertTimeoutPreemptively(LIMIT, () -> host.collect())))
                .containsExactly("dotenv /srv/app/.env:1 3BC7 live");
    }

    @Test
    void aFolderWithTooManyEntriesIsSaidToBe(@TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root).file("/srv/app/.env", PAIR);
        Path many = Files.createDirectories(host.path("/srv/many"));
        for (int i = 0; i <= 20_000; i++) {
            Files.createFile(many.resolve(i + ".json"));
        }
        PlaceScan scan = FakeHost.scan(host.collect(), Place.DOTENV);
        assertThat(scan.examples()).contains(new Unreadable(Place.DOTENV, "/srv/many", "too many entries"));
        assertThat(scan.examined()).isOne();
    }

    @Test
    void noUnitMakesItThrow(@TempDir Path root) {
        Random random = new Random(20_261_121);
        String[] pieces = {
            "[Service]\n",
            "EnvironmentFile=",
            "-",
            "/etc/*",
            "{",
            "[",
            "\\\n",
            "%i",
            "ExecStart=",
            "@",
            "WorkingDirectory=~",
            "/",
            "\n",
            "=",
            "\"",
            "'",
            " ",
            "..",
            "/a.js",
            "\r",
            "#",
            "**",
            "?"
        };
        FakeHost host = new FakeHost(root);
        for (int unit = 0; unit < 300; unit++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            host.file("/etc/systemd/system/u" + unit + ".service", text.toString());
            host.link("/etc/systemd/system/x.target.wants/u" + unit + ".service", "../u" + unit + ".service");
        }
        host.file("/etc/systemd/system/z.service", PAIR);
        KeysFact fact = assertTimeoutPreemptively(LIMIT, () -> host.collect());
        assertThat(fact.keys()).hasSize(1);
        assertThat(fact.places().toString()).doesNotContain("failed with");
    }

    @Test
    void aNameMadeForASlowPatternIsNone(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "A=b")
                .file("/srv/app/.env" + ".old0".repeat(49), PAIR)
                .file("/srv/app/config" + "-_.".repeat(70) + ".json", PAIR)
                .file("/srv/app/" + "~1".repeat(120), PAIR);
        assertThat(assertTimeoutPreemptively(LIMIT, () -> host.collect()).keys())
                .hasSize(2);
    }

    @Test
    void foldersAndFilesWhoseNamesAreNoUtf8AreSearched(@TempDir Path root) throws IOException, InterruptedException {
        FakeHost host = new FakeHost(root).file("/pair", FakeHost.PAIR);
        String script =
                "e=$(printf '\\351'); mkdir -p srv/$e/app data/$e && cp pair srv/$e/app/.env && mv pair data/$e/$e";
        assertThat(new ProcessBuilder("bash", "-c", script)
                        .directory(root.toFile())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(FakeHost.described(host.collect(List.of("/data"), List.of())))
                .containsExactly(
                        "dotenv /srv/\uFFFD/app/.env:1 3BC7 at_rest", "configured /data/\uFFFD/\uFFFD:1 3BC7 at_rest");
        assertThat(host.collect(List.of("/data"), List.of()).complete()).isTrue();
    }
}
