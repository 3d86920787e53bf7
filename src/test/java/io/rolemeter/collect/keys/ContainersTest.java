package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rolemeter.collect.host.Host;
import io.rolemeter.config.Settings;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paths of a process in a container are that container's, and nobody else's. */
class ContainersTest {
    private static final String GROUP = "0::/system.slice/docker-" + "0123456789abcdef".repeat(4) + ".scope\n";

    /** Changes its root and its folder, says so, and waits. */
    private static final String CONFINED = "chroot($ARGV[0]) or exit 1; chdir($ARGV[1]); $| = 1; print 1; sleep 300";

    @Test
    void whatAContainersProcessNamesIsNotLookedForOnTheHostAndSaidToBeUnseen(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "HOME=/home/deploy", "AWS_CONFIG_FILE=/etc/keys", "PM2_HOME=/mnt/pm2")
                .file("/proc/10/cgroup", GROUP)
                .process(11, "node", "HOME=/home/deploy")
                .file("/proc/11/cgroup", GROUP)
                .file("/home/deploy/.aws/credentials", "[default]\n" + PAIR)
                .file("/etc/keys", "[default]\n" + PAIR)
                .file("/mnt/pm2/dump.pm2", "[]")
                .file("/srv/app/.env", PAIR);
        KeysFact fact = host.collect();
        assertThat(FakeHost.described(fact))
                .containsExactlyInAnyOrder(
                        "shared_credentials_file /home/deploy/.aws/credentials:2 3BC7 at_rest",
                        "dotenv /srv/app/.env:1 3BC7 at_rest");
        assertThat(fact.places().stream().flatMap(scan -> scan.examples().stream()))
                .containsExactlyInAnyOrder(
                        unseen(Place.DOTENV), unseen(Place.SHARED_CREDENTIALS_FILE), unseen(Place.CONFIG_FILE));
    }

    @Test
    void keysThatAContainersProcessHoldsAreItsOwn(@TempDir Path root) {
        FakeHost host = new FakeHost(root).process(10, "node", PAIR.split("\n")).file("/proc/10/cgroup", GROUP);
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("process_environment /proc/10/environ 3BC7 live node[10]");
    }

    @Test
    void theFilesOfAnotherRootAreThoseOfItsPrograms(@TempDir Path root) throws Exception {
        FakeHost inside = new FakeHost(root)
                .file("/app/.env", PAIR)
                .file("/app/deeper/.env", PAIR)
                .file("/root/.aws/credentials", "[default]\n" + PAIR)
                .file("/keys/config", "[profile batch]\n" + PAIR)
                .link("/app/.env.local", "/app/.env");
        List<Process> processes = new ArrayList<>();
        try {
            Process first = confined(inside, processes);
            confined(inside, processes);
            String path = "/proc/" + first.pid() + "/root";
            KeysFact fact = new KeysCollector(
                            () -> new Host(Path.of("/")),
                            new Settings.Keys(Duration.ofMinutes(1), List.of(), List.of()),
                            Clock.systemUTC())
                    .collect();
            assertThat(FakeHost.described(fact))
                    .filteredOn(key ->
                            key.contains("/root/app/") || key.contains("/root/root/") || key.contains("/root/keys/"))
                    .containsExactlyInAnyOrder(
                            "dotenv " + path + "/app/.env:1 3BC7 live",
                            "shared_credentials_file " + path + "/root/.aws/credentials:2 3BC7 at_rest",
                            "config_file " + path + "/keys/config:2 3BC7 live");
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static Process confined(FakeHost inside, List<Process> processes) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "perl", "-e", CONFINED, inside.root().toRealPath().toString(), "/app");
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("HOME", "/root", "AWS_CONFIG_FILE", "/keys/config", "AWS_PROFILE", "batch"));
        Process process = start(builder);
        processes.add(process);
        try (InputStream said = process.getInputStream()) {
            assumeTrue(said.read() == '1', "only root can change its root");
        }
        return process;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            assumeTrue(false, "no perl here");
            throw new IllegalStateException(e);
        }
    }

    private static Unreadable unseen(Place place) {
        return new Unreadable(place, "/proc/10/root", "files of a container, cannot be entered");
    }
}
