package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may stand in the place of a user's credentials file: none of it is waited for, and all of it is reported. */
class HostileFilesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long GIBIBYTE = 1L << 30;

    @TempDir
    private Path root;

    @BeforeEach
    void users() throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.createDirectories(root.resolve("proc"));
        StringBuilder passwd = new StringBuilder();
        int uid = 1000;
        for (String user : List.of("fifo", "directory", "loop", "sparse", "victim")) {
            Files.createDirectories(root.resolve("home/" + user + "/.aws"));
            passwd.append("%s:x:%d:%d::/home/%s:/bin/sh\n".formatted(user, uid, uid, user));
            uid++;
        }
        Files.writeString(root.resolve("etc/passwd"), passwd);
    }

    @Test
    void noneOfThemHangsOrKillsACheck() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", credentials("fifo").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createDirectory(credentials("directory"));
        Files.createSymbolicLink(credentials("loop"), Path.of("/home/loop/.aws/credentials"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(credentials("sparse").toFile(), "rw")) {
            sparse.setLength(GIBIBYTE);
        }
        Files.writeString(credentials("victim"), """
                [default]
                aws_access_key_id = AKIARTX3GSDSVIA23BC7
                aws_secret_access_key = FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T
                """);
        Path config = Files.writeString(
                root.resolve("rolemeter.yml"),
                "imds: { endpoint: \"http://127.0.0.1:" + RunningProcess.freePort() + "\" }\n");

        try (RunningProcess check = PackagedJar.start(
                "check", "--root", root.toString(), "--config", config.toString(), "--format", "json")) {
            assertThat(check.awaitExit(LIMIT)).as(check.description()).isEqualTo(2);

            JsonNode keys = new JsonMapper().readTree(check.stdout()).path("keys");
            assertThat(keys.path("complete").asBoolean()).isFalse();
            List<String> unreadable = new ArrayList<>();
            keys.path("unreadable")
                    .forEach(each -> unreadable.add(each.path("path").asText()));
            assertThat(unreadable)
                    .contains(
                            "/home/fifo/.aws/credentials",
                            "/home/directory/.aws/credentials",
                            "/home/loop/.aws/credentials",
                            "/home/sparse/.aws/credentials");
            assertThat(keys.path("keys").findValuesAsText("path")).containsExactly("/home/victim/.aws/credentials");
        }
    }

    private Path credentials(String user) {
        return root.resolve("home/" + user + "/.aws/credentials");
    }
}
