package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.config.Settings;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCollectorTest {
    @Test
    void anEmptyHostIsCompleteAndHasNoKeys(@TempDir Path root) {
        KeysFact fact = new KeysCollector(
                        () -> new Host(root),
                        new Settings.Keys(Duration.ofMinutes(1), List.of(), List.of()),
                        Clock.fixed(FakeHost.NOW, ZoneOffset.UTC))
                .collect();
        assertThat(fact.keys()).isEmpty();
        assertThat(fact.places())
                .extracting(PlaceScan::place)
                .containsExactly(
                        Place.PROCESS_ENVIRONMENT,
                        Place.PROCESS_ARGUMENTS,
                        Place.PM2,
                        Place.SHARED_CREDENTIALS_FILE,
                        Place.CONFIG_FILE,
                        Place.DOTENV,
                        Place.SYSTEMD,
                        Place.SYSTEM_ENVIRONMENT,
                        Place.SHELL_STARTUP,
                        Place.SHELL_HISTORY,
                        Place.CRON,
                        Place.USER_DATA,
                        Place.CONTAINER,
                        Place.TOOL_CONFIG,
                        Place.JAVA_CONFIG,
                        Place.HADOOP_CONFIG,
                        Place.TERRAFORM,
                        Place.APP_CONFIG,
                        Place.CONFIGURED);
        assertThat(fact.places()).allMatch(scan -> scan.lastComplete().equals(Optional.of(FakeHost.NOW)));
    }

    @Test
    void whenAPlaceWasLastReadWholeIsRemembered(@TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root);
        KeysCollector collector = host.collector(List.of(), List.of());
        Files.createDirectories(host.path("/root/.aws/credentials"));
        assertThat(FakeHost.scan(collector.collect(), Place.SHARED_CREDENTIALS_FILE)
                        .lastComplete())
                .isEmpty();
        Files.delete(host.path("/root/.aws/credentials"));
        collector.collect();
        Files.createDirectories(host.path("/root/.aws/credentials"));
        PlaceScan scan = FakeHost.scan(collector.collect(), Place.SHARED_CREDENTIALS_FILE);
        assertThat(scan.complete()).isFalse();
        assertThat(scan.lastComplete()).contains(FakeHost.NOW);
    }

    @Test
    void aPasswdFileThatCannotBeReadMakesThePlacesOfUsersIncomplete(@TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root);
        Files.delete(host.path("/etc/passwd"));
        Files.createDirectories(host.path("/etc/passwd"));
        KeysFact fact = host.collect();
        assertThat(FakeHost.scan(fact, Place.SHARED_CREDENTIALS_FILE).complete())
                .isFalse();
        assertThat(FakeHost.scan(fact, Place.PROCESS_ENVIRONMENT).complete()).isTrue();
    }

    @Test
    void aBugInOnePlaceHidesNeitherItselfNorTheOthers(@TempDir Path root) {
        HidingPlace broken = new HidingPlace() {
            @Override
            public Place place() {
                return Place.CRON;
            }

            @Override
            public void look(Survey survey, Ledger ledger) {
                ledger.examined(1);
                throw new IllegalStateException(PAIR);
            }
        };
        KeysCollector collector = new KeysCollector(
                () -> new Host(root),
                new Settings.Keys(Duration.ofMinutes(1), List.of(), List.of()),
                Clock.systemUTC(),
                new KeysCollector.Search(List.of(broken), Bounds.OF_A_CYCLE));
        PlaceScan scan = FakeHost.scan(collector.collect(), Place.CRON);
        assertThat(scan.examined()).isOne();
        assertThat(scan.examples().toString())
                .contains("failed with IllegalStateException")
                .doesNotContain("AKIA", FakeHost.SECRET);
    }

    @Test
    void configuredFilesFoldersAndGlobsAreSearched(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/opt/one.conf", PAIR)
                .file("/opt/tree/a/b/script.py", PAIR)
                .file("/opt/tree/a/old.conf.bak", PAIR)
                .file("/opt/tree/node_modules/x/index.js", PAIR)
                .file("/opt/tree/.git/objects/aa/bb", PAIR)
                .file("/opt/tree/.git/config", "#" + PAIR.replace("\nAWS", "\n#AWS"))
                .file("/data/x/site.conf", PAIR)
                .file("/data/x/y/site.conf", PAIR)
                .link("/opt/tree/loop", "/opt/tree");
        assertThat(FakeHost.described(
                        host.collect(List.of("/opt/one.conf", "/opt/tree", "/data/*/*.conf", "/absent"), List.of())))
                .containsExactlyInAnyOrder(
                        "configured /opt/one.conf:1 3BC7 at_rest",
                        "configured /opt/tree/a/b/script.py:1 3BC7 at_rest",
                        "configured /opt/tree/a/old.conf.bak:1 3BC7 backup",
                        "configured /opt/tree/.git/config:1 3BC7 commented",
                        "configured /data/x/site.conf:1 3BC7 at_rest");
    }

    @Test
    void whatABuiltInPlaceHasFoundIsNotListedAgain(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/root/.aws/credentials", "[default]\n" + PAIR)
                .file("/root/.aws/notes", PAIR)
                .link("/srv/link", "/root/.aws/credentials");
        assertThat(FakeHost.described(host.collect(List.of("/root/.aws", "/srv/link"), List.of())))
                .containsExactly(
                        "shared_credentials_file /root/.aws/credentials:2 3BC7 at_rest",
                        "configured /root/.aws/notes:1 3BC7 at_rest");
    }

    @Test
    void excludedFilesFoldersAndGlobsAreNot(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/root/.aws/credentials", "[default]\n" + PAIR)
                .file("/home/ec2-user/.aws/credentials", "[default]\n" + PAIR)
                .file("/srv/app/.env", PAIR)
                .file("/srv/app/.env.test", PAIR)
                .process(10, "node", "A=b")
                .process(11, "node", PAIR.split("\n", -1));
        List<String> exclude = List.of("/root/.aws/", "/srv/**/*.test", "[broken", "/proc/11");
        assertThat(FakeHost.described(host.collect(List.of(), exclude)))
                .containsExactly(
                        "shared_credentials_file /home/ec2-user/.aws/credentials:2 3BC7 live",
                        "dotenv /srv/app/.env:1 3BC7 live");
    }

    @Test
    void noOutputHoldsASecretOrAWholeId(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .fixtureProcess(701, "daemon")
                .file("/home/ec2-user/.pm2/dump.pm2", FakeHost.fixture("dump.pm2"))
                .file("/srv/app/.env", PAIR)
                .file("/root/.aws/credentials", "[default]\n" + PAIR);
        KeysFact fact = host.collect();
        assertThat(fact.keys()).hasSize(4);
        assertThat(fact.toString()).doesNotContain(FakeHost.SECRET, "AKIARTX3GSDS");
    }
}
