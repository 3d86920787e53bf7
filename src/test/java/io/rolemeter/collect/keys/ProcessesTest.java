package io.rolemeter.collect.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.config.Settings;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    private static final byte[] NOTHING = {};

    @Test
    void javasSystemPropertiesAreFoundInTheArguments(@TempDir Path root) {
        String arguments = "java\0-Daws.accessKeyId=AKIARTX3GSDSVIA23BC7\0-Daws.secretKey=x\0-jar\0app.jar\0";
        FakeHost host = new FakeHost(root).process(10, "java", arguments.getBytes(UTF_8), NOTHING);
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("process_arguments /proc/10/cmdline 3BC7 live java[10]");
    }

    @Test
    void aProcessThatHoldsTwoKeysIsFoundTwiceAndEachKeyOnce(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(
                        10,
                        "node",
                        "A=AKIARTX3GSDSVIA23BC7",
                        "B=AKIARTX3GSDSVIA23BC7",
                        "OLD=AKIARTX3GSDSOLD22222",
                        "AWS_SECRET_ACCESS_KEY=x");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "process_environment /proc/10/environ 3BC7 live node[10]",
                        "process_environment /proc/10/environ 2222 live node[10]");
    }

    @Test
    void kernelThreadsAndEndedProcessesAreNotExamined(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "A=b")
                .file("/proc/2/status", "Name:\tkthreadd\nUid:\t0\t0\t0\t0\n")
                .file("/proc/2/cmdline", "")
                .file("/proc/2/environ", "")
                .file("/proc/3/status", "Name:\tgone\n")
                .file("/proc/uptime", "1 1");
        KeysFact fact = host.collect();
        assertThat(FakeHost.scan(fact, Place.PROCESS_ENVIRONMENT).examined()).isOne();
        assertThat(FakeHost.scan(fact, Place.PROCESS_ARGUMENTS).examined()).isOne();
        assertThat(fact.complete()).isTrue();
    }

    @Test
    void aWholeKeyIdInANameIsMasked(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "x", "name=AKIARTX3GSDSVIA23BC7\u001b[2J", "pm_id=1", "AWS_SECRET_ACCESS_KEY=x");
        assertThat(host.collect().keys())
                .hasSize(1)
                .allMatch(key -> !key.toString().contains("AKIARTX3"));
        assertThat(host.collect().keys().get(0).program()).contains("pm2:AKIA************3BC7 [2J");
    }

    @Test
    void aSecretInANameOrASectionIsLeftOut(@TempDir Path root) {
        String variable = "AWS_SECRET_ACCESS_KEY=" + FakeHost.SECRET;
        FakeHost host = new FakeHost(root)
                .process(10, "x", "A=AKIARTX3GSDSVIA23BC7", variable, "pm_id=1", "name=api " + FakeHost.SECRET)
                .file("/root/.aws/config", "[profile " + FakeHost.SECRET + "]\n" + FakeHost.PAIR);
        List<FoundKey> keys = host.collect().keys();
        assertThat(keys.get(0).program()).contains("pm2:api …");
        assertThat(keys.get(1).note()).contains("profile …");
        assertThat(keys).hasSize(2).noneMatch(key -> key.toString().contains("Ae+/T"));
    }

    @Test
    void aRealProcessIsFoundThroughTheRealProc() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sleep", "300");
        builder.environment()
                .putAll(Map.of("AWS_ACCESS_KEY_ID", "AKIARTX3GSDSREAL2345", "AWS_SECRET_ACCESS_KEY", FakeHost.SECRET));
        Process process = builder.start();
        try {
            KeysCollector collector = new KeysCollector(
                    () -> new Host(Path.of("/")),
                    new Settings.Keys(Duration.ofMinutes(1), List.of(), List.of()),
                    Clock.systemUTC());
            List<FoundKey> keys = collector.collect().keys().stream()
                    .filter(key -> key.location().pid().equals(Optional.of((int) process.pid())))
                    .toList();
            assertThat(keys).hasSize(1);
            FoundKey key = keys.get(0);
            assertThat(key.place()).isEqualTo(Place.PROCESS_ENVIRONMENT);
            assertThat(key.program()).contains("sleep[" + process.pid() + "]");
            assertThat(key.location().owner()).contains(System.getProperty("user.name"));
        } finally {
            process.destroyForcibly();
        }
    }
}
