package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGHUP to the packaged jar: what is wrong is said and changes nothing, what is right holds from then on. */
class ReloadIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String GOOD = "rolemeter_config_last_reload_successful 1.0";
    private static final String BAD = "rolemeter_config_last_reload_successful 0.0";

    @TempDir
    private Path folder;

    @Test
    void aBrokenConfigurationKeepsTheOldOneAndAGoodOneTakesOver() throws IOException, InterruptedException {
        try (SimulatedHost host = SimulatedHost.start(Scenarios.named("healthy").orElseThrow(), Clock.systemUTC())) {
            Path config = Files.writeString(folder.resolve("rolemeter.yml"), host.configuration());
            String address = "127.0.0.1:" + RunningProcess.freePort();
            try (RunningProcess daemon = PackagedJar.serve(host, config, address)) {
                URI metrics = URI.create("http://" + address + "/metrics");
                daemon.awaitOk(URI.create("http://" + address + "/-/ready"), LIMIT);
                assertThat(RunningProcess.get(metrics)).contains(GOOD, "probe=\"read-source\"");

                Files.writeString(config, "imds: { intervall: 15s }\n");
                hangUp(daemon);
                await(daemon, metrics, BAD);
                assertThat(RunningProcess.get(metrics)).contains("probe=\"read-source\"");
                assertThat(daemon.stderr())
                        .contains("the configuration was not changed: " + config
                                + ":1: imds.intervall: unknown key; did you mean \"interval\"?");

                Files.writeString(config, host.configuration().replace("read-source", "read-again"));
                hangUp(daemon);
                await(daemon, metrics, GOOD);
                await(daemon, metrics, "rolemeter_probe_success{probe=\"read-again\",} 1.0");
                assertThat(RunningProcess.get(metrics)).doesNotContain("read-source");

                Files.writeString(config, host.configuration() + "\nweb: { listen_address: 127.0.0.1:1 }\n");
                hangUp(daemon);
                await(daemon, metrics, "probe=\"read-source\"");
                assertThat(daemon.stderr())
                        .contains("what changed under web takes effect only after a restart")
                        .doesNotContain("Exception", "\tat ");
            }
        }
    }

    private static void hangUp(RunningProcess daemon) throws IOException, InterruptedException {
        String pid = Long.toString(daemon.handle().pid());
        assertThat(new ProcessBuilder("kill", "-HUP", pid).start().waitFor()).isZero();
    }

    private static void await(RunningProcess daemon, URI metrics, String line) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!RunningProcess.get(metrics).contains(line)) {
            assertThat(System.nanoTime())
                    .as(line + " in " + daemon.description())
                    .isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
