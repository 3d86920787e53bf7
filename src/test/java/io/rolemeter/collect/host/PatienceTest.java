package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolemeter.collect.keys.FakeHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Opening a file hangs here until the test lets go of it: a simulation of a server that is gone. */
@Timeout(60)
class PatienceTest {
    private final Patience patience = new Patience(Duration.ofMillis(200));
    private final CountDownLatch gone = new CountDownLatch(1);
    private final List<String> opened = new CopyOnWriteArrayList<>();

    @TempDir
    private Path root;

    @AfterEach
    void answer() {
        gone.countDown();
    }

    @Test
    void whatDoesNotAnswerIsSaidAndTheRestIsRead() {
        assertThat(patience.look(reading("/a", "/silent/b", "/c")))
                .contains(List.of("/a: a", "/silent/b: does not answer", "/c: c"));
    }

    @Test
    void itIsNotAskedAgainAsLongAsItIsSilentAndThenItIs() throws InterruptedException {
        patience.look(reading("/silent/b"));
        opened.clear();

        assertThat(patience.look(reading("/silent/b"))).contains(List.of("/silent/b: does not answer"));
        assertThat(opened).doesNotContain("b");

        gone.countDown();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread instanceof Looking<?>) {
                thread.join();
            }
        }
        assertThat(patience.look(reading("/silent/b"))).contains(List.of("/silent/b: b"));
    }

    @Test
    void aLookThatWasGivenUpDoesNothingWithItsAnswer() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        Callable<List<String>> reading = reading("/silent/b");
        List<Thread> threads = new CopyOnWriteArrayList<>();

        patience.look(() -> {
            threads.add(Thread.currentThread());
            List<String> read = reading.call();
            done.addAll(read);
            return read;
        });
        gone.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(done).containsExactly("/silent/b: does not answer");
    }

    @Test
    void soMuchSilenceEndsTheLook() {
        String[] paths = new String[40];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = "/silent/" + i;
        }

        assertThat(new Patience(Duration.ofMillis(10)).look(reading(paths))).isEmpty();
    }

    @Test
    void whatALookThrowsIsThrown() {
        assertThatThrownBy(() -> patience.look(() -> {
                    throw new IllegalArgumentException("a bug");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a bug");
    }

    @Test
    void anInterruptIsFoundAfterTheLook() {
        Thread.currentThread().interrupt();

        Optional<Boolean> seen = patience.look(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return true;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).contains(true);
    }

    private Callable<List<String>> reading(String... paths) {
        FakeHost files = new FakeHost(root);
        for (String path : paths) {
            files.file(path, path.substring(path.lastIndexOf('/') + 1));
        }
        return () -> {
            Host host = new Host(root, Mounts.NONE, file -> {
                String name = String.valueOf(file.getFileName());
                opened.add(name);
                if (file.toString().contains("/silent/")) {
                    awaitUninterruptibly();
                }
                return HostFiles.opener().open(file);
            });
            List<String> read = new ArrayList<>();
            for (String path : paths) {
                read.add(path + ": " + words(host.files().read(path)));
            }
            return read;
        };
    }

    private void awaitUninterruptibly() {
        while (gone.getCount() > 0) {
            try {
                gone.await();
            } catch (InterruptedException e) {
                // As the kernel: nothing ends this wait but an answer.
            }
        }
    }

    private static String words(Reading reading) {
        if (reading instanceof Reading.Text text) {
            return text.content();
        }
        return reading instanceof Reading.Unreadable unreadable ? unreadable.reason() : reading.toString();
    }
}
