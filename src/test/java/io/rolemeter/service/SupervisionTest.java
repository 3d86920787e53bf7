package io.rolemeter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd is told, by a systemd-notify that writes down how it was called. */
class SupervisionTest {
    private static final Map<String, String> SUPERVISED = Map.of("NOTIFY_SOCKET", "/run/notify");

    @TempDir
    private Path folder;

    private Path tool;
    private Path calls;

    @BeforeEach
    void writeTheTool() throws IOException {
        calls = folder.resolve("calls");
        tool = program("echo \"$NOTIFY_SOCKET $*\" >> '" + calls + "'");
    }

    @Test
    void systemdIsToldWhenItIsReadyAndWhenItEnds() throws IOException {
        try (Supervision supervision = new Supervision(SUPERVISED, tool)) {
            supervision.ready("listening on http://127.0.0.1:10169");
            supervision.stopping();
        }
        assertThat(calls)
                .hasContent("/run/notify READY=1 STATUS=listening on http://127.0.0.1:10169\n/run/notify STOPPING=1");
    }

    @Test
    void nothingIsRunWhereNobodyListens() {
        try (Supervision supervision = new Supervision(Map.of("WATCHDOG_USEC", "1000"), tool)) {
            supervision.ready("listening");
            supervision.stopping();
        }
        assertThat(calls).doesNotExist();
    }

    @Test
    void theWatchdogHearsOnlyOfWhatIsAlive() throws InterruptedException, IOException {
        CountDownLatch asked = new CountDownLatch(6);
        try (Supervision supervision =
                new Supervision(Map.of("NOTIFY_SOCKET", "/run/notify", "WATCHDOG_USEC", "3000"), tool)) {
            supervision.watch(() -> {
                asked.countDown();
                return asked.getCount() % 2 == 0;
            });
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(Files.readAllLines(calls)).hasSizeBetween(2, 4).allMatch("/run/notify WATCHDOG=1"::equals);
    }

    @Test
    void nobodyIsAskedWithoutAWatchdogOrWithANonsensicalOne() {
        for (String period : List.of("", "0", "-5", "soon")) {
            assertThat(new Supervision(Map.of("WATCHDOG_USEC", period), tool).watchdog())
                    .as(period)
                    .isEmpty();
        }
        assertThat(new Supervision(SUPERVISED, tool).watchdog()).isEmpty();
        assertThat(new Supervision(Map.of("WATCHDOG_USEC", "120000000"), tool).watchdog())
                .contains(Duration.ofMinutes(2));
    }

    @Test
    void aToolThatIsMissingOrFailsIsOneWarning() throws IOException {
        assertThat(warningsOf(folder.resolve("absent")))
                .containsExactly(folder.resolve("absent")
                        + " cannot be run, so systemd cannot be told how this is: it will wait for it in vain");
        Path failing = program("exit 3");
        assertThat(warningsOf(failing))
                .containsExactly(
                        failing
                                + " ended with exit code 3, so systemd cannot be told how this is: it will wait for it in vain");
    }

    private static List<String> warningsOf(Path tool) {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getMessage().startsWith(tool + " ")) {
                    warnings.add(line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Supervision.class.getName());
        logger.addHandler(handler);
        try (Supervision supervision = new Supervision(SUPERVISED, tool)) {
            supervision.ready("listening");
            supervision.stopping();
        } finally {
            logger.removeHandler(handler);
        }
        return warnings;
    }

    private Path program(String text) throws IOException {
        Path file = Files.createTempFile(folder, "systemd-notify", "");
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
