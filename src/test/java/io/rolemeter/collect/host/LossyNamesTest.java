package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names with bytes that are no UTF-8, which Java has no text for. */
class LossyNamesTest {
    private static final String FOLDER = "/srv/caf\uFFFD";

    @TempDir
    private Path root;

    @BeforeEach
    void layOut() throws IOException, InterruptedException {
        shell("mkdir -p $(printf 'srv/caf\\351/inner') && echo text > $(printf 'srv/caf\\351/inner/\\351.env')");
    }

    @Test
    void whatIsListedIsRead() {
        HostFiles files = new Host(root).files();
        assertThat(files.list("/srv").lack()).isEmpty();
        assertThat(files.isDirectory(FOLDER)).isTrue();
        assertThat(files.read(FOLDER + "/inner/../inner/\uFFFD.env"))
                .isInstanceOfSatisfying(Reading.Text.class, text -> {
                    assertThat(text.content()).isEqualTo("text\n");
                    assertThat(text.realPath()).isEqualTo(FOLDER + "/inner/\uFFFD.env");
                });
    }

    @Test
    void aLinkLeadsThere() throws IOException, InterruptedException {
        shell("ln -s $(printf 'caf\\351') srv/current");
        assertThat(new Host(root).files().read("/srv/current/inner/\uFFFD.env")).isInstanceOf(Reading.Text.class);
    }

    @Test
    void whatReadsLikeAnotherIsRefused() throws IOException, InterruptedException {
        shell("mkdir $(printf 'srv/caf\\350')");
        assertThat(new Host(root).files().list(FOLDER))
                .isEqualTo(new Listing.Unreadable(FOLDER, "its name cannot be decoded"));
        assertThat(new Host(root).files().read(FOLDER + "/inner/\uFFFD.env"))
                .isEqualTo(new Reading.Unreadable(FOLDER + "/inner/\uFFFD.env", "its name cannot be decoded"));
    }

    @Test
    void whatNothingReadsLikeIsMissing() {
        HostFiles files = new Host(root).files();
        assertThat(files.read("/srv/th\uFFFD")).isEqualTo(new Reading.Missing("/srv/th\uFFFD"));
        assertThat(files.read("/nowhere/th\uFFFD")).isEqualTo(new Reading.Missing("/nowhere/th\uFFFD"));
        String inFile = FOLDER + "/inner/\uFFFD.env/\uFFFD";
        assertThat(files.read(inFile)).isEqualTo(new Reading.Missing(inFile));
    }

    /** Half a pair stands for no character in any encoding, as an umlaut does not in that of the locale C. */
    @Test
    void whatThisProcessCannotWriteIsRefused() {
        assertThat(new Host(root).files().read("/srv/\uD83D"))
                .isEqualTo(new Reading.Unreadable("/srv/\uD83D", "its name cannot be decoded"));
    }

    private void shell(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", script)
                .directory(root.toFile())
                .inheritIO()
                .start();
        assertThat(shell.waitFor()).isZero();
    }
}
