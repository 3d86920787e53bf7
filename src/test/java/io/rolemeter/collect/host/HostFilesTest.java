package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFilesTest {
    @ParameterizedTest
    @CsvSource({
        "/a/file, /a/file",
        "//a/./b/..//file, /a/file",
        "/../../a/file, /a/file",
        "/a/absolute, /a/file",
        "/a/relative, /a/file",
        "/a/escaping, /a/file",
        "/linked/file, /a/file",
        "/a/b/up, /a/file",
    })
    void linksAreFollowedBeneathTheRoot(String path, String real, @TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/file"), "text");
        link(root, "a/absolute", "/a/file");
        link(root, "a/relative", "b/../file");
        link(root, "a/escaping", "../../../../../../a/file");
        link(root, "linked", "a");
        link(root, "a/b/up", "../file");
        assertThat(new Host(root).files().read(path)).isInstanceOfSatisfying(Reading.Text.class, text -> {
            assertThat(text.realPath()).isEqualTo(real);
            assertThat(text.path()).isEqualTo(path);
            assertThat(text.content()).isEqualTo("text");
        });
    }

    @Test
    void fortyLinksAreFollowedAndOneMoreIsNot(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("l0"), "text");
        for (int i = 1; i <= 41; i++) {
            link(root, "l" + i, "l" + (i - 1));
        }
        assertThat(new Host(root).files().read("/l40")).isInstanceOf(Reading.Text.class);
        assertThat(new Host(root).files().read("/l41")).isEqualTo(new Reading.Unreadable("/l41", "too many links"));
    }

    @ParameterizedTest
    @CsvSource({"/absent", "/absent/file", "/file/below", "/dangling", "'/nul\0'"})
    void whatIsNotThereIsMissing(String path, @TempDir Path root) throws IOException {
        Files.writeString(root.resolve("file"), "text");
        link(root, "dangling", "/nowhere");
        assertThat(new Host(root).files().read(path)).isEqualTo(new Reading.Missing(path));
        assertThat(new Host(root).files().list(path)).isEqualTo(new Listing.Missing(path));
    }

    @Test
    void aFileOfTheLargestSizeIsReadWhole(@TempDir Path root) throws IOException {
        String text = "x".repeat(Content.MAX_BYTES);
        Files.writeString(root.resolve("largest"), text);
        Files.writeString(root.resolve("larger"), text + "x");
        assertThat(new Host(root).files().read("/largest"))
                .isInstanceOfSatisfying(
                        Reading.Text.class, read -> assertThat(read.content()).isEqualTo(text));
        assertThat(new Host(root).files().read("/larger"))
                .isEqualTo(new Reading.Unreadable("/larger", "larger than 2 MiB"));
    }

    @Test
    void bytesThatAreNotUtf8AreReadAllTheSame(@TempDir Path root) throws IOException {
        Files.write(root.resolve("latin"), new byte[] {'a', (byte) 0xE9, 'b'});
        assertThat(new Host(root).files().read("/latin"))
                .isInstanceOfSatisfying(
                        Reading.Text.class, read -> assertThat(read.content()).isEqualTo("a\uFFFDb"));
    }

    @Test
    void aFileThatMayNotBeOpenedIsUnreadable(@TempDir Path root) throws IOException {
        Path file = Files.writeString(root.resolve("file"), "text");
        assertThat(DenyingHost.at(root, Set.of(file)).files().read("/file"))
                .isEqualTo(new Reading.Unreadable("/file", "permission denied"));
    }

    @Test
    void theKernelsOwnRefusalIsUnderstood(@TempDir Path root) throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        Path folder = Files.createDirectory(root.resolve("folder"));
        Path file = Files.writeString(folder.resolve("file"), "text");
        Files.setPosixFilePermissions(file, Set.of());
        assertThat(new Host(root).files().read("/folder/file"))
                .isEqualTo(new Reading.Unreadable("/folder/file", "permission denied"));
        Files.setPosixFilePermissions(folder, Set.of());
        assertThat(new Host(root).files().read("/folder/file"))
                .isEqualTo(new Reading.Unreadable("/folder/file", "permission denied"));
        assertThat(new Host(root).files().list("/folder"))
                .isEqualTo(new Listing.Unreadable("/folder", "permission denied"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r--------"));
        assertThat(new Host(root).files().list("/folder").lack()).contains("permission denied");
        try (OpenFolder open = new Host(root).files().open("/folder").orElseThrow()) {
            assertThat(open.entry(Path.of("file")).kind()).isEqualTo(OpenFolder.Kind.FOLDER);
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** To root, too, it does not tell what it is: its whole path is longer than the kernel takes. */
    @Test
    void anEntryThatDoesNotTellWhatItIsIsALack(@TempDir Path root) throws Exception {
        String deep = "/" + "y".repeat(200);
        while (root.toString().length() + deep.length() < 3800) {
            deep += "/" + "y".repeat(200);
        }
        Files.createDirectories(root.resolve(deep.substring(1)));
        String script = "cd " + root + deep + " && mkdir " + "z".repeat(250) + " && echo text > file";
        try {
            assertThat(new ProcessBuilder("sh", "-c", script).start().waitFor()).isZero();
            assertThat(new Host(root).files().list(deep)).isInstanceOfSatisfying(Listing.Entries.class, listing -> {
                assertThat(listing.entries()).hasSize(2);
                assertThat(listing.lack()).contains("file name too long");
            });
        } finally {
            // Java cannot delete it either.
            new ProcessBuilder("rm", "-r", root + "/" + "y".repeat(200)).start().waitFor();
        }
    }

    @Test
    void aReadingDoesNotPrintItsContent() {
        assertThat(new Reading.Text("/a", "/a", "content", "root", "0600")).hasToString("/a");
        assertThat(new Environment("A=content")).hasToString("environment");
        assertThat(new HostProcess(7, 0, "root", "sh", List.of("content"), Optional.empty()))
                .hasToString("sh[7]");
    }

    private static void link(Path root, String path, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), Path.of(target));
    }
}
