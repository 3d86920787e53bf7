package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFilesTest {
    private static final String CREDENTIALS = "/home/ec2-user/.aws/credentials";

    @Test
    void theProfileThatAProgramWouldTakeIsLiveAndTheOthersAreAtRest(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(CREDENTIALS, "[default]\n" + PAIR + "[ other ]\n" + FakeHost.pair("AKIARTX3GSDSOTHER222"))
                .file("/home/ec2-user/.aws/config", "[profile other]\n" + FakeHost.pair("AKIARTX3GSDSCONFIG22"))
                .process(10, "bash", "HOME=/home/ec2-user");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "shared_credentials_file " + CREDENTIALS + ":2 3BC7 live",
                        "shared_credentials_file " + CREDENTIALS + ":5 R222 at_rest",
                        "config_file /home/ec2-user/.aws/config:2 IG22 at_rest");
        host.process(11, "node", "HOME=/home/ec2-user", "AWS_PROFILE=other");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "shared_credentials_file " + CREDENTIALS + ":2 3BC7 live",
                        "shared_credentials_file " + CREDENTIALS + ":5 R222 live",
                        "config_file /home/ec2-user/.aws/config:2 IG22 live");
    }

    @Test
    void withoutHomeTheProgramReadsThatOfItsUser(@TempDir Path root) {
        FakeHost host =
                new FakeHost(root).file(CREDENTIALS, "[default]\n" + PAIR).process(10, "daemon", "LANG=C");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("shared_credentials_file " + CREDENTIALS + ":2 3BC7 live");
    }

    @Test
    void aProgramThatReadsAnotherFileLeavesTheUsersOwnAtRest(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(CREDENTIALS, "[default]\n" + PAIR)
                .file("/srv/app/keys", "[default]\n" + PAIR)
                .file("/opt/home/.aws/credentials", "[default]\n" + PAIR)
                .process(10, "node", "HOME=/home/ec2-user", "AWS_SHARED_CREDENTIALS_FILE=keys")
                .process(11, "sudo", "HOME=/opt/home");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "shared_credentials_file " + CREDENTIALS + ":2 3BC7 at_rest",
                        "shared_credentials_file /opt/home/.aws/credentials:2 3BC7 live",
                        "shared_credentials_file /srv/app/keys:2 3BC7 live");
    }

    @Test
    void everyUsersHomeIsReadWhateverThePasswdFileLooksLike(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/etc/passwd", """
                        ::::::
                        broken
                        web:x:33:33::/var/www:
                        bad:x:many:1::/home/bad:
                        same:x:34:34::/var/www:
                        """)
                .file("/var/www/.aws/credentials", "[default]\n" + PAIR)
                .file("/home/from-directory-service/.aws/credentials", "[default]\n" + PAIR)
                .file("/root/.aws/credentials", "\uFEFF[default]\r\n" + PAIR.replace("\n", "\r\n"));
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "shared_credentials_file /var/www/.aws/credentials:2 3BC7 at_rest",
                        "shared_credentials_file /root/.aws/credentials:2 3BC7 at_rest",
                        "shared_credentials_file /home/from-directory-service/.aws/credentials:2 3BC7 at_rest");
    }

    @Test
    void commentedLinesAreCommentedAndTheProfileIsNamed(@TempDir Path root) {
        KeysFact fact = new FakeHost(root)
                .file(CREDENTIALS, "[old]\n#" + PAIR.replace("\nAWS", "\n;AWS"))
                .process(10, "node", "HOME=/home/ec2-user", "AWS_PROFILE=old")
                .collect();
        assertThat(FakeHost.described(fact))
                .containsExactly("shared_credentials_file " + CREDENTIALS + ":2 3BC7 commented");
        assertThat(fact.keys().get(0).note()).contains("profile old");
    }

    @Test
    void theFileTellsItsOwnerAndMode(@TempDir Path root) {
        Location location = new FakeHost(root)
                .file("/etc/passwd", "me:x:" + uid(root) + ":1::/home/me:/bin/sh\n")
                .file("/home/me/.aws/credentials", "[default]\n" + PAIR)
                .mode("/home/me/.aws/credentials", "rw-r-----")
                .collect()
                .keys()
                .get(0)
                .location();
        assertThat(location)
                .isEqualTo(new Location(
                        "/home/me/.aws/credentials",
                        Optional.of(2),
                        Optional.empty(),
                        Optional.of("me"),
                        Optional.of("0640")));
    }

    private static Object uid(Path path) {
        try {
            return Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
