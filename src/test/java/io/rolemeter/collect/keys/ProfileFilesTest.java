package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import io.rolemeter.model.Place;
import io.rolemeter.model.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
                .file("/opt/home/conf/keys", "[default]\n" + PAIR)
                .process(10, "node", "HOME=/home/ec2-user", "AWS_SHARED_CREDENTIALS_FILE=keys")
                .process(11, "sudo", "HOME=/opt/home")
                .process(12, "python3", "HOME=/opt/home", "AWS_SHARED_CREDENTIALS_FILE=$HOME/conf/keys");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "shared_credentials_file " + CREDENTIALS + ":2 3BC7 at_rest",
                        "shared_credentials_file /opt/home/.aws/credentials:2 3BC7 live",
                        "shared_credentials_file /srv/app/keys:2 3BC7 live",
                        "shared_credentials_file /opt/home/conf/keys:2 3BC7 live");
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
    void theProfileWhoseKeysAnotherAssumesItsRoleWithIsLive(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(CREDENTIALS, "[base]\n" + PAIR + "[idle]\n" + FakeHost.pair("AKIARTX3GSDSOTHER222"))
                .file("/home/ec2-user/.aws/config", """
                    [profile prod]
                    role_arn = arn:aws:iam::111122223333:role/app
                    source_profile = middle # as the others
                    [profile middle]
                    source_profile=base
                    [profile idle]
                    source_profile = prod
                    """)
                .process(10, "python3", "HOME=/home/ec2-user", "AWS_PROFILE=prod");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "shared_credentials_file " + CREDENTIALS + ":2 3BC7 live",
                        "shared_credentials_file " + CREDENTIALS + ":5 R222 at_rest");
    }

    @Test
    void aSourceInTheOtherFileIsFollowedInACircleToo(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(CREDENTIALS, "[prod]\nsource_profile = base\n[base]\nsource_profile = prod\n")
                .file(
                        "/home/ec2-user/.aws/config",
                        "[profile base]\n" + PAIR + "[profile idle]\n" + FakeHost.pair("AKIARTX3GSDSOTHER222"))
                .process(10, "python3", "HOME=/home/ec2-user", "AWS_PROFILE=prod");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "config_file /home/ec2-user/.aws/config:2 3BC7 live",
                        "config_file /home/ec2-user/.aws/config:5 R222 at_rest");
    }

    @Test
    void whatAnUnreadableFileMaySayOfSourcesIsReported(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(CREDENTIALS, "[base]\n" + PAIR)
                .process(10, "python3", "HOME=/home/ec2-user", "AWS_PROFILE=prod", "AWS_CONFIG_FILE=/etc/aws/big")
                .file("/etc/aws/big", "x\n".repeat(2 << 20));
        assertThat(FakeHost.scan(host.collect(), Place.SHARED_CREDENTIALS_FILE).examples())
                .extracting(Unreadable::path)
                .containsExactly("/etc/aws/big");
    }

    @Test
    void javasPropertiesChooseProfilesAndFiles(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(CREDENTIALS, "[prod]\n" + PAIR + "[tool]\n" + PAIR + "[default]\n" + PAIR)
                .file("/etc/shop/keys", "[default]\n" + PAIR)
                .file("/etc/shop/settings", "[profile x]\n" + PAIR)
                .process(10, "java", arguments("java", "-Daws.profile=prod", "-jar", "x.jar"), arguments())
                .process(11, "java", arguments("java", "X"), arguments("JAVA_TOOL_OPTIONS=-Xmx1g -Daws.profile=tool"))
                .process(
                        12,
                        "java",
                        arguments(
                                "/usr/bin/java",
                                "-Daws.sharedCredentialsFile=/etc/shop/keys",
                                "-Daws.configFile=/etc/shop/settings",
                                "X",
                                "-Daws.profile=x"),
                        arguments())
                .process(13, "node", arguments("node", "-Daws.profile=default"), arguments("AWS_PROFILE=other"));
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "shared_credentials_file " + CREDENTIALS + ":2 3BC7 live",
                        "shared_credentials_file /etc/shop/keys:2 3BC7 live",
                        "config_file /etc/shop/settings:2 3BC7 at_rest");
    }

    @Test
    void whatVariablesOfBotoNameIsReadAndLive(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/etc/shop/boto.cfg", "[Credentials]\n" + PAIR)
                .file("/home/ec2-user/keys", "AWSAccessKeyId=AKIARTX3GSDSVIA23BC7\nAWSSecretKey=x\n")
                .process(10, "python3", "HOME=/home/ec2-user", "BOTO_CONFIG=/etc/shop/boto.cfg")
                .process(11, "python3", "HOME=/home/ec2-user", "AWS_CREDENTIAL_FILE=~/keys");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "tool_config /etc/shop/boto.cfg:2 3BC7 live", "tool_config /home/ec2-user/keys:1 3BC7 live");
    }

    private static byte[] arguments(String... words) {
        return (String.join("\0", words) + "\0").getBytes(StandardCharsets.UTF_8);
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
