package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
    private final Path folder;

    ConfigurationFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFileIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("rolemeter.yml"), "\uFEFFimds:\r\n  interval: 30s\r\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.yml"), file);
        Problems problems = new Problems("rolemeter.yml");
        Settings settings = Configuration.load(link, List.of(), problems);
        assertThat(problems.lines()).isEmpty();
        assertThat(settings.imds().interval()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aMissingFileIsAProblem() {
        assertThat(problems(folder.resolve("no.yml")))
                .containsExactly("rolemeter.yml: does not exist; expected a YAML file");
    }

    @Test
    void aDirectoryIsAProblem() {
        assertThat(problems(folder)).containsExactly("rolemeter.yml: is a directory; expected a YAML file");
    }

    @Test
    void aFifoIsNotOpened() throws Exception {
        Path fifo = folder.resolve("fifo");
        assumeTrue(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0, "no mkfifo here");
        List<String> problems = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> problems(fifo));
        assertThat(problems).containsExactly("rolemeter.yml: is not a regular file; expected a YAML file");
    }

    @Test
    void aFileThatCannotBeReadSaysWhoCanHelp() throws Exception {
        Path file = Files.writeString(folder.resolve("closed.yml"), "imds: {}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "root reads everything");
        assertThat(problems(file))
                .containsExactly("rolemeter.yml: permission denied; let the user that runs this read the file");
    }

    @Test
    void aFileOfMoreThanOneMebibyteIsAProblem() throws Exception {
        byte[] comment = "#".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("large.yml"), comment);
        assertThat(problems(file)).isEmpty();
        Files.write(file, (new String(comment, StandardCharsets.UTF_8) + "#").getBytes(StandardCharsets.UTF_8));
        assertThat(problems(file))
                .containsExactly("rolemeter.yml: is larger than 1 MiB; expected a YAML file of a few kilobytes");
    }

    @Test
    void aLinkToItselfIsAProblem() throws Exception {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        assertThat(problems(loop)).singleElement().asString().startsWith("rolemeter.yml: cannot be read: ");
    }

    @Test
    void bytesThatAreNotUtf8AreNamedByLine() throws Exception {
        Path file = folder.resolve("latin.yml");
        Files.write(file, "imds: {}\n# M\u00fcnchen\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(file)).containsExactly("rolemeter.yml:2: not UTF-8 text; save the file as UTF-8");
        Files.write(file, "# half \u00fc".getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(problems(file)).containsExactly("rolemeter.yml:1: not UTF-8 text; save the file as UTF-8");
    }

    private static List<String> problems(Path file) {
        Problems problems = new Problems("rolemeter.yml");
        assertThat(Configuration.load(file, List.of(), problems)).isEqualTo(Settings.defaults());
        return problems.lines();
    }
}
