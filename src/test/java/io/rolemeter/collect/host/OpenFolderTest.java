package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFolderTest {
    @Test
    void itNamesItsEntriesInOrderAndLeavesWhatIsNotOrdinaryToOthers(@TempDir Path root)
            throws IOException, InterruptedException {
        Files.createDirectories(root.resolve("home/inner"));
        Files.writeString(root.resolve("home/file"), "text");
        Files.writeString(root.resolve("home/large"), "x".repeat(64 << 10));
        Files.createSymbolicLink(root.resolve("home/link"), Path.of("file"));
        assertThat(new ProcessBuilder("mkfifo", root.resolve("home/pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        List<String> seen = new ArrayList<>();
        try (OpenFolder folder = new Host(root).files().open("/home").orElseThrow()) {
            for (Path name : folder.names().orElseThrow()) {
                seen.add(folder.realPath(name) + " " + folder.entry(name).kind());
            }
        }
        assertThat(seen)
                .containsExactly(
                        "/home/file SMALL_FILE",
                        "/home/inner FOLDER",
                        "/home/large OTHER",
                        "/home/link OTHER",
                        "/home/pipe OTHER");
    }

    @Test
    void aFolderThatBecomesALinkMeanwhileLeadsNowhere(@TempDir Path outside, @TempDir Path root) throws IOException {
        Files.writeString(outside.resolve("file"), "outside");
        Files.createDirectories(root.resolve("home/inner"));
        Files.writeString(root.resolve("home/file"), "inside");
        List<String> seen = new ArrayList<>();
        try (OpenFolder folder = new Host(root).files().open("/home").orElseThrow()) {
            Files.move(root.resolve("home"), root.resolve("moved"));
            Files.createSymbolicLink(root.resolve("home"), outside);
            Files.delete(root.resolve("moved/inner"));
            Files.createSymbolicLink(root.resolve("moved/inner"), outside);
            folder.rulesOut(Path.of("file"), 0, (bytes, length) -> seen.add(text(bytes, length)), folder.buffer());
            assertThat(folder.folder(Path.of("inner")).isEmpty()).isTrue();
        }
        assertThat(seen).containsExactly("inside");
    }

    @Test
    void aFileThatBecomesALinkMeanwhileIsNotFollowed(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("home"));
        Files.writeString(root.resolve("other"), "text");
        Files.createSymbolicLink(root.resolve("home/file"), Path.of("/other"));
        try (OpenFolder folder = new Host(root).files().open("/home").orElseThrow()) {
            assertThat(folder.rulesOut(Path.of("file"), 0, (bytes, length) -> false, folder.buffer()))
                    .isFalse();
        }
    }

    @Test
    void aFolderOnTheNetworkIsNotOpened(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("home/remote"));
        Host host = MountedHost.at(root, root.resolve("home/remote"), "nfs4");
        try (OpenFolder folder = host.files().open("/home").orElseThrow()) {
            assertThat(folder.entry(Path.of("remote")).kind()).isEqualTo(OpenFolder.Kind.FOLDER);
            assertThat(folder.folder(Path.of("remote")).isEmpty()).isTrue();
        }
        Optional<OpenFolder> remote = host.files().open("/home/remote");
        assertThat(remote.isEmpty()).isTrue();
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
