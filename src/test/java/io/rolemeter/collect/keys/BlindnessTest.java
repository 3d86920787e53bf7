package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.DenyingHost;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.PathPatterns;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.places.users.SharedCredentialsFiles;
import io.rolemeter.config.Settings;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.Unreadable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may not be read is said, place by place: no key seen is not no key. */
class BlindnessTest {
    @Test
    void aProcessWhoseEnvironmentIsClosedIsUnreadableAndItsProfileStillLive(@TempDir Path root) throws Exception {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "A=b")
                .process(11, "node", "A=b")
                .file("/home/ec2-user/.aws/credentials", "[default]\n" + PAIR);
        Files.delete(host.path("/proc/10/cwd"));
        Files.delete(host.path("/proc/11/cwd"));
        KeysFact fact = collect(host, "/proc/10/environ");
        assertThat(FakeHost.scan(fact, Place.PROCESS_ENVIRONMENT).examined()).isOne();
        assertThat(FakeHost.scan(fact, Place.PROCESS_ENVIRONMENT).examples())
                .isEqualTo(List.of(denied(Place.PROCESS_ENVIRONMENT, "/proc/10/environ")));
        assertThat(FakeHost.scan(fact, Place.DOTENV).examples())
                .isEqualTo(List.of(denied(Place.DOTENV, "/proc/10/cwd")));
        assertThat(FakeHost.scan(fact, Place.PROCESS_ARGUMENTS).complete()).isTrue();
        assertThat(FakeHost.described(fact))
                .containsExactly("shared_credentials_file /home/ec2-user/.aws/credentials:2 3BC7 live");
    }

    @Test
    void filesThatMayNotBeOpenedAreCountedWhereTheyBelong(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "A=b")
                .file("/srv/app/.env", PAIR)
                .file("/home/ec2-user/.pm2/dump.pm2", "[]")
                .file("/root/.aws/credentials", PAIR)
                .file("/root/.aws/config", PAIR);
        KeysFact fact = collect(
                host,
                "/srv/app/.env",
                "/home/ec2-user/.pm2/dump.pm2",
                "/root/.aws/credentials",
                "/root/.aws/config",
                "/proc/10/cmdline");
        assertThat(fact.keys()).isEmpty();
        assertThat(fact.places().stream()
                        .flatMap(scan -> scan.examples().stream())
                        .toList())
                .containsExactly(
                        denied(Place.PROCESS_ENVIRONMENT, "/proc/10/cmdline"),
                        denied(Place.PROCESS_ARGUMENTS, "/proc/10/cmdline"),
                        denied(Place.PM2, "/home/ec2-user/.pm2/dump.pm2"),
                        denied(Place.SHARED_CREDENTIALS_FILE, "/root/.aws/credentials"),
                        denied(Place.CONFIG_FILE, "/root/.aws/config"),
                        denied(Place.DOTENV, "/srv/app/.env"));
    }

    @Test
    void aKernelThatHidesTheProcessesOfOthersIsReported(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "A=b")
                .link("/proc/self", "10")
                .file("/proc/10/mounts", "proc /proc proc rw,nosuid,hidepid=invisible 0 0\n");
        assertThat(FakeHost.scan(host.collect(), Place.PROCESS_ENVIRONMENT).examples())
                .isEqualTo(List.of(new Unreadable(
                        Place.PROCESS_ENVIRONMENT, "/proc", "processes of other users are hidden (hidepid)")));
        host.process(1, "init", "A=b");
        assertThat(FakeHost.scan(host.collect(), Place.PROCESS_ENVIRONMENT).complete())
                .isTrue();
    }

    /** As with {@code hidepid=1}. Root may enter every folder, so that here the way to its files is closed by a link to itself. */
    @Test
    void aProcessThatIsListedAndCannotBeEnteredIsReported(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(1, "init", "A=b")
                .process(10, "node", "A=b")
                .link("/proc/11", "11");
        host.file("/proc/12/ended", "");
        for (Place place : List.of(Place.PROCESS_ENVIRONMENT, Place.PROCESS_ARGUMENTS)) {
            assertThat(FakeHost.scan(host.collect(), place).examined()).isEqualTo(2);
            assertThat(FakeHost.scan(host.collect(), place).examples())
                    .isEqualTo(List.of(new Unreadable(place, "/proc/11/cmdline", "cannot be read")));
        }
    }

    @Test
    void whatWasNotReachedInTimeIsUnreadable(@TempDir Path root) {
        FakeHost host = new FakeHost(root).file("/root/.aws/credentials", "[default]\n" + PAIR);
        host.process(10, "node", "A=b");
        Survey survey = new Survey(
                new Host(host.root()),
                new PathPatterns(List.of()),
                new Survey.Limits(Bounds.OF_A_CYCLE, () -> true),
                name -> false);
        Ledger ledger = new Ledger(Place.SHARED_CREDENTIALS_FILE);
        new SharedCredentialsFiles().look(survey, ledger);
        assertThat(ledger.keys()).isEmpty();
        assertThat(survey.programs().closed())
                .containsExactly(new Reading.Unreadable("/proc/10/environ", "out of time"));
        assertThat(ledger.scan(Optional.empty(), FakeHost.NOW).examples())
                .contains(new Unreadable(Place.SHARED_CREDENTIALS_FILE, "/root/.aws/credentials", "out of time"));
    }

    private static KeysFact collect(FakeHost host, String... denied) {
        Set<Path> paths = Arrays.stream(denied).map(host::path).collect(Collectors.toSet());
        return new KeysCollector(
                        () -> DenyingHost.at(host.root(), paths),
                        new Settings.Keys(Duration.ofMinutes(1), List.of(), List.of()),
                        Clock.systemUTC(),
                        new KeysCollector.Search(HidingPlaces.all(List.of(), Optional.empty()), Bounds.OF_A_CYCLE))
                .collect();
    }

    private static Unreadable denied(Place place, String path) {
        return new Unreadable(place, path, "permission denied");
    }
}
