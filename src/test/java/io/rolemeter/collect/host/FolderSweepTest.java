package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.FolderSweep.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSweepTest {
    private static final int FILES = 400;
    private static final ByteFilter HOLDS_KEY =
            (bytes, length) -> new String(bytes, 0, length, StandardCharsets.UTF_8).contains("key");

    private final List<String> read = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachEntryHasItsVerdictWhoeverLookedAtIt(boolean two, @TempDir Path root) throws IOException {
        List<Verdict> expected = new ArrayList<>();
        Files.createDirectories(root.resolve("home"));
        for (int number = 0; number < FILES; number++) {
            Path entry = root.resolve(String.format("home/%03d", number));
            switch (number % 4) {
                case 0 -> Files.createDirectory(entry);
                case 1 -> Files.createSymbolicLink(entry, Path.of("000"));
                case 2 -> Files.writeString(entry, "a key");
                default -> Files.writeString(entry, "nothing");
            }
            expected.add(
                    switch (number % 4) {
                        case 0 -> Verdict.FOLDER;
                        case 1, 2 -> Verdict.OPEN;
                        default -> Verdict.RULED_OUT;
                    });
        }
        for (int round = 0; round < 20; round++) {
            assertThat(sweep(root, two, false, FolderSweep.Interest.EVERYTHING)).isEqualTo(expected);
        }
    }

    /** Only the second thread is not answered; whoever waits for the look gives up on that file, not on the folder. */
    @Test
    void aFileThatDoesNotAnswerTheSecondThreadIsNamed(@TempDir Path root) throws Exception {
        Files.createDirectories(root.resolve("home"));
        for (int number = 0; number < FILES; number++) {
            Files.writeString(root.resolve("home/" + number), "nothing");
        }
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        List<String> silent = new CopyOnWriteArrayList<>();
        FolderSweep.Interest interest = new FolderSweep.Interest() {
            @Override
            public boolean excludes(Path name) {
                return false;
            }

            @Override
            public boolean reads(Path name) {
                if (Thread.currentThread().getName().equals("folder-sweep")) {
                    silent.add(name.toString());
                    asked.countDown();
                    await(answered);
                } else {
                    await(asked);
                }
                return true;
            }
        };
        Looking<List<Verdict>> look = Looking.start(() -> sweep(root, true, false, interest), Set.of());
        await(asked);

        Optional<Path> given = Optional.empty();
        for (int i = 0; i < 1_000 && given.isEmpty(); i++) {
            Thread.sleep(10);
            given = look.giveUpAfter(Duration.ofMillis(100));
        }
        answered.countDown();

        assertThat(given.map(Path::getFileName).map(Path::toString)).hasValue(silent.get(0));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsExcludedIsNotAskedAndWhatIsNotWantedIsNotRead(boolean two, @TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("home/folder"));
        for (int number = 0; number < FILES; number++) {
            Files.writeString(root.resolve("home/" + number), "nothing");
        }
        FolderSweep.Interest some = new FolderSweep.Interest() {
            @Override
            public boolean excludes(Path name) {
                return name.toString().equals("folder");
            }

            @Override
            public boolean reads(Path name) {
                return name.toString().equals("7");
            }
        };
        List<Verdict> verdicts = sweep(root, two, false, some);
        assertThat(verdicts).hasSize(FILES + 1).doesNotContain(Verdict.FOLDER);
        assertThat(verdicts.stream().filter(Verdict.RULED_OUT::equals)).hasSize(1);
        assertThat(read).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenTheTimeIsUpFoldersAreStillSeenAndFilesNotRead(boolean two, @TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("home/folder"));
        Files.writeString(root.resolve("home/file"), "nothing");
        assertThat(sweep(root, two, true, FolderSweep.Interest.EVERYTHING))
                .containsExactly(Verdict.OPEN, Verdict.FOLDER);
        assertThat(read).isEmpty();
    }

    private List<Verdict> sweep(Path root, boolean two, boolean isOver, FolderSweep.Interest interest) {
        ByteFilter counting = (bytes, length) -> {
            read.add("one");
            return HOLDS_KEY.matches(bytes, length);
        };
        try (OpenFolder folder = new Host(root).files().open("/home").orElseThrow();
                FolderSweep sweep = new FolderSweep(counting, () -> isOver, two)) {
            return List.copyOf(sweep.of(folder, folder.names().orElseThrow(), interest));
        }
    }
}
