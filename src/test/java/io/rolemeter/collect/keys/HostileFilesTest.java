package io.rolemeter.collect.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.Unreadable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody could put in the place of his {@code ~/.aws/credentials}. */
class HostileFilesTest {
    private static final String CREDENTIALS = "/home/ec2-user/.aws/credentials";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void aNamedPipeIsReportedAndNotOpened(@TempDir Path root) throws IOException, InterruptedException {
        FakeHost host = new FakeHost(root).file("/home/ec2-user/.aws/config", "");
        assertThat(new ProcessBuilder("mkfifo", host.path(CREDENTIALS).toString())
                        .start()
                        .waitFor())
                .isZero();
        isUnreadable(host, "is a named pipe");
    }

    @Test
    void aFolderIsReported(@TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root);
        Files.createDirectories(host.path(CREDENTIALS));
        isUnreadable(host, "is a directory");
    }

    @Test
    void aLoopOfLinksIsReported(@TempDir Path root) {
        isUnreadable(new FakeHost(root).link(CREDENTIALS, "credentials"), "too many links");
    }

    @Test
    void aHugeSparseFileIsReportedAndNotRead(@TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root).file(CREDENTIALS, "");
        try (RandomAccessFile file = new RandomAccessFile(host.path(CREDENTIALS).toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        isUnreadable(host, "larger than 2 MiB");
    }

    @Test
    void aLinkOutOfTheRootLeadsNowhere(@TempDir Path outside, @TempDir Path root) throws IOException {
        Path secret = Files.writeString(outside.resolve("credentials"), "[default]\n" + FakeHost.PAIR);
        String up = "../".repeat(60) + secret;
        FakeHost host = new FakeHost(root)
                .link(CREDENTIALS, secret.toString())
                .link("/root/.aws/credentials", up.replace("//", "/"));
        assertThat(host.collect().keys()).isEmpty();
    }

    @Test
    void aLinkIsFollowedBeneathTheRoot(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/opt/shared/keys", "[default]\n" + FakeHost.PAIR)
                .link("/home/ec2-user/.aws", "/data/../opt/shared")
                .link("/opt/shared/credentials", "./keys")
                .file("/data/notes", "");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("shared_credentials_file " + CREDENTIALS + ":2 3BC7 at_rest");
    }

    @Test
    void oneBadFileDoesNotCostTheOthers(@TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root).file("/root/.aws/credentials", "[default]\n" + FakeHost.PAIR);
        Files.createDirectories(host.path(CREDENTIALS));
        KeysFact fact = host.collect();
        assertThat(fact.complete()).isFalse();
        assertThat(fact.keys()).hasSize(1);
        assertThat(FakeHost.scan(fact, Place.CONFIG_FILE).complete()).isTrue();
    }

    /** As a power cut leaves at the end of a history, or a slip of the hand in a comment: those who read the files do not mind. */
    @Test
    void keysBesideANulAreFound(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(CREDENTIALS, "# a\0b\n[default]\n" + FakeHost.PAIR)
                .file("/root/.bash_history", "\0".repeat(4096) + "export " + FakeHost.PAIR)
                .process(10, "node", "A=b");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "shared_credentials_file " + CREDENTIALS + ":3 3BC7 live",
                        "shell_history /root/.bash_history:1 3BC7 backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsReadByItsByteOrderMark(String charset, @TempDir Path root) {
        String settings =
                "\uFEFF{\"AccessKey\": \"AKIARTX3GSDSVIA23BC7\",\n \"SecretKey\": \"" + FakeHost.SECRET + "\"}";
        FakeHost host = new FakeHost(root).file("/data/appsettings.json", settings.getBytes(Charset.forName(charset)));
        host.file("/srv/app/appsettings.json", settings.getBytes(Charset.forName(charset)));
        assertThat(FakeHost.described(host.collect(List.of("/data"), List.of())))
                .containsExactly(
                        "app_config /srv/app/appsettings.json:1 3BC7 at_rest",
                        "configured /data/appsettings.json:1 3BC7 at_rest");
    }

    @Test
    void moreKeyIdsThanAreLookedAtAreSaid(@TempDir Path root) {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < 1001; i++) {
            String number = Integer.toString(i + 1000)
                    .replace('0', 'A')
                    .replace('1', 'B')
                    .replace('8', 'C')
                    .replace('9', 'D');
            ids.append("AKIARTX3GSDSVIA2").append(number).append('\n');
        }
        FakeHost host = new FakeHost(root).file(CREDENTIALS, "[default]\n" + FakeHost.PAIR + "[ids]\n" + ids);
        isUnreadable(host, "more than 1000 key ids");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("shared_credentials_file " + CREDENTIALS + ":2 3BC7 at_rest");
        host.file(CREDENTIALS, "[default]\n" + FakeHost.PAIR + "[ids]\n" + ids.substring(42));
        assertThat(host.collect().complete()).isTrue();

        String variables = "A=AKIARTX3GSDSVIA23BC7\0B=" + FakeHost.SECRET + "\0C=" + ids + "\0";
        host.process(10, "node", "node\0".getBytes(StandardCharsets.UTF_8), variables.getBytes(StandardCharsets.UTF_8));
        assertThat(FakeHost.scan(host.collect(), Place.PROCESS_ENVIRONMENT).examples())
                .isEqualTo(List.of(
                        new Unreadable(Place.PROCESS_ENVIRONMENT, "/proc/10/environ", "more than 1000 key ids")));
    }

    private static void isUnreadable(FakeHost host, String reason) {
        PlaceScan scan =
                assertTimeoutPreemptively(LIMIT, () -> FakeHost.scan(host.collect(), Place.SHARED_CREDENTIALS_FILE));
        assertThat(scan.examples())
                .isEqualTo(List.of(new Unreadable(Place.SHARED_CREDENTIALS_FILE, CREDENTIALS, reason)));
        assertThat(scan.complete()).isFalse();
    }
}
