package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootTest {
    @TempDir
    private Path directory;

    private Root root;

    @BeforeEach
    void layOut() throws IOException {
        root = new Root(directory, Mounts.NONE);
        Files.createDirectories(directory.resolve("data/deploy/app"));
        Files.createDirectories(directory.resolve("home"));
        Files.writeString(directory.resolve("data/deploy/app/key"), "");
        Files.createSymbolicLink(directory.resolve("home/deploy"), Path.of("/data/deploy"));
        Files.createSymbolicLink(directory.resolve("data/deploy/current"), Path.of("app"));
        Files.createSymbolicLink(directory.resolve("home/loop"), Path.of("loop"));
    }

    /** The second time a folder is known. */
    @ParameterizedTest
    @CsvSource({
        "/home/deploy/current/key, /data/deploy/app/key",
        "/home/deploy/current/../app/key, /data/deploy/app/key",
        "/home//deploy/./current/key, /data/deploy/app/key",
        "/home/deploy/current/, /data/deploy/app",
        "/home/deploy, /data/deploy",
        "/../home, /home",
        "/, /",
        "home, /home"
    })
    void whatIsThereIsFoundWithoutLinks(String path, String real) {
        for (int time = 0; time < 2; time++) {
            assertThat(root.resolve(path)).isInstanceOfSatisfying(Resolution.Found.class, found -> {
                assertThat(found.hostPath()).isEqualTo(real);
                assertThat(found.path()).isEqualTo(directory.resolve(real.substring(1)));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/nobody/.aws/config", "/data/deploy/app/key/below", "/missing", "/mis\0sing/file"})
    void whatIsNotThereIsMissing(String path) {
        for (int time = 0; time < 2; time++) {
            assertThat(root.resolve(path)).isInstanceOf(Resolution.Missing.class);
        }
    }

    @Test
    void linksThatLeadNowhereAreRefusedWithAllThatIsBeneathThem() {
        assertThat(root.resolve("/home/loop/file")).isEqualTo(new Resolution.Refused("too many links"));
    }

    @Test
    void aPathOfAMillionFoldersIsMissing() {
        assertThat(root.resolve("/a".repeat(1_000_000))).isInstanceOf(Resolution.Missing.class);
    }

    /** A look is short, and the next one asks anew. */
    @Test
    void aFolderIsAskedAboutOnce() throws IOException {
        assertThat(root.resolve("/home/new/file")).isInstanceOf(Resolution.Missing.class);
        Files.createDirectories(directory.resolve("home/new"));
        Files.writeString(directory.resolve("home/new/file"), "");

        assertThat(root.resolve("/home/new/file")).isInstanceOf(Resolution.Missing.class);
        assertThat(new Root(directory, Mounts.NONE).resolve("/home/new/file")).isInstanceOf(Resolution.Found.class);
    }
}
