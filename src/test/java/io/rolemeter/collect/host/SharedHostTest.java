package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SharedHostTest {
    @TempDir
    private Path root;

    @Test
    void looksThatFollowEachOtherSeeTheSameProcesses() throws IOException {
        process(1, "init");
        SharedHost host = new SharedHost(root);
        assertThat(new Patience().look(() -> names(host.get()))).contains(List.of("init"));
        process(2, "late");

        assertThat(new Patience().look(() -> names(host.get()))).contains(List.of("init"));
        assertThat(names(new SharedHost(root).get())).containsExactly("init", "late");
    }

    @Test
    void manyProcessesAreNotKept() throws IOException {
        for (int pid = 1; pid <= 1001; pid++) {
            process(pid, "some");
        }
        SharedHost host = new SharedHost(root);
        assertThat(names(host.get())).hasSize(1001);
        process(1002, "late");

        assertThat(names(host.get())).hasSize(1002).contains("late");
    }

    @Test
    void longCommandLinesAreNotKept() throws IOException {
        process(1, "x".repeat(600 << 10));
        SharedHost host = new SharedHost(root);
        assertThat(names(host.get())).hasSize(1);
        process(2, "late");

        assertThat(names(host.get())).contains("late");
    }

    /** Its buffers would be written by two threads. */
    @Test
    void aLookThatWaitsKeepsItsHost() throws InterruptedException {
        SharedHost shared = new SharedHost(root);
        AtomicReference<Host> kept = new AtomicReference<>();
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        Patience patience = new Patience(Duration.ofMillis(200));
        patience.look(() -> {
            if (kept.compareAndSet(null, shared.get())) {
                taken.countDown();
                Looking.ask(root, () -> waitFor(gone));
            }
            return "looked";
        });
        taken.await();

        assertThat(shared.get()).isNotSameAs(kept.get());
        gone.countDown();
    }

    private static boolean waitFor(CountDownLatch gone) {
        try {
            gone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static List<String> names(Host host) {
        List<String> names = new ArrayList<>();
        assertThat(host.processes()
                        .each(process -> names.add(process.arguments().get(0))))
                .isEmpty();
        return names;
    }

    private void process(int pid, String argument) throws IOException {
        Path folder = Files.createDirectories(root.resolve("proc/" + pid));
        Files.writeString(folder.resolve("cmdline"), argument + "\0");
        Files.writeString(folder.resolve("status"), "Name:\tsome\nUid:\t0\t0\t0\t0\nVmSize:\t1 kB\n");
    }
}
