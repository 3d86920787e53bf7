package io.rolemeter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void everybodyMayReadItAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("rolemeter.prom");
        OutputFile.replace(file, "old\n");
        OutputFile.replace(file, "new\n");

        assertThat(file).hasContent("new\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        assertThat(names()).containsExactly("rolemeter.prom");
    }

    @Test
    void aReaderNeverSeesAPart() throws Exception {
        Path file = folder.resolve("rolemeter.prom");
        List<String> texts = List.of("a".repeat(1 << 20), "b".repeat(1 << 20));
        OutputFile.replace(file, texts.get(0));
        CountDownLatch done = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 20; i++) {
                OutputFile.replace(file, texts.get(i % 2));
            }
            done.countDown();
        });
        writer.start();
        while (done.getCount() > 0) {
            assertThat(texts.contains(Files.readString(file))).isTrue();
        }
        writer.join();
    }

    @Test
    void whatIsNoFileIsLeftAlone() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "kept");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        for (Path refused : List.of(link, folder, Path.of("/dev/stdout"))) {
            assertThatExceptionOfType(CommandFailedException.class)
                    .isThrownBy(() -> OutputFile.replace(refused, "text"))
                    .withMessage(
                            "Cannot write " + refused + ": it is not a regular file; name one, or print and redirect.");
        }
        assertThat(target).hasContent("kept");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aFolderThatIsNotThereIsNamedAsTheReason() {
        assertThatExceptionOfType(CommandFailedException.class)
                .isThrownBy(() -> OutputFile.replace(folder.resolve("no/rolemeter.prom"), "text"))
                .withMessage("Cannot write " + folder.resolve("no/rolemeter.prom")
                        + ": its folder does not exist; create it.");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
