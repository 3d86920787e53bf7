package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolConfigsTest {
    private static final String ID = "AKIARTX3GSDSVIA23BC7";

    @Test
    void toolsKeysAreLiveWhenTheToolRuns(@TempDir Path root) {
        String rclone = "[r]\ntype = s3\naccess_key_id = " + ID + "\nsecret_access_key = " + SECRET + "\n";
        FakeHost host = new FakeHost(root)
                .file("/root/.s3cfg", "[default]\naccess_key = " + ID + "\nsecret_key = " + SECRET + "\n")
                .file(
                        "/root/.boto",
                        "[Credentials]\naws_access_key_id = " + ID + "\naws_secret_access_key = " + SECRET + "\n")
                .file("/root/.config/rclone/rclone.conf", rclone)
                .file("/root/.config/rclone/rclone.conf.old", rclone)
                .file("/root/.passwd-s3fs", ID + ":" + SECRET + "\n")
                .file("/etc/passwd-s3fs", "bucket:" + ID + ":" + SECRET + "\n")
                .file("/etc/s3/keys", ID + ":" + SECRET + "\n")
                .file("/etc/fstab", "media /mnt/media fuse.s3fs _netdev,passwd_file=/etc/s3/keys,url=x 0 0\n")
                .file(
                        "/root/.mc/config.json",
                        "{\"aliases\":{\"s3\":{\"accessKey\":\"" + ID + "\",\"secretKey\":\"" + SECRET + "\"}}}")
                .file("/root/.aws_credentials", "AWSAccessKeyId=" + ID + "\nAWSSecretKey=" + SECRET + "\n")
                .process(10, "rclone", "A=b");
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "tool_config /root/.s3cfg:2 3BC7 at_rest",
                        "tool_config /root/.boto:2 3BC7 at_rest",
                        "tool_config /root/.config/rclone/rclone.conf:3 3BC7 live",
                        "tool_config /root/.config/rclone/rclone.conf.old:3 3BC7 backup",
                        "tool_config /root/.passwd-s3fs:1 3BC7 at_rest",
                        "tool_config /etc/passwd-s3fs:1 3BC7 live",
                        "tool_config /etc/s3/keys:1 3BC7 live",
                        "tool_config /root/.mc/config.json:1 3BC7 at_rest",
                        "tool_config /root/.aws_credentials:1 3BC7 at_rest");
    }

    @Test
    void aMountThatIsCommentedOutReadsNoKeys(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/etc/passwd-s3fs", ID + ":" + SECRET + "\n")
                .file("/etc/s3/keys", ID + ":" + SECRET + "\n")
                .file(
                        "/etc/fstab",
                        "# s3fs#media /mnt fuse _netdev,passwd_file=/etc/s3/keys 0 0\n/dev/sda1 / ext4 rw 0 1\n");
        assertThat(FakeHost.described(host.collect())).containsExactly("tool_config /etc/passwd-s3fs:1 3BC7 at_rest");
    }

    @Test
    void theKeysOfARunningS3fsAreLive(@TempDir Path root) {
        byte[] line =
                "s3fs\0media\0/mnt\0-o\0allow_other,passwd_file=/etc/s3/keys,url=x\0".getBytes(StandardCharsets.UTF_8);
        byte[] other = "tar\0passwd_file=/etc/s3/other\0".getBytes(StandardCharsets.UTF_8);
        FakeHost host = new FakeHost(root)
                .file("/etc/s3/keys", ID + ":" + SECRET + "\n")
                .file("/etc/s3/keys.bak", ID + ":" + SECRET + "\n")
                .file("/etc/s3/other", ID + ":" + SECRET + "\n")
                .process(10, "s3fs", line, new byte[0])
                .process(11, "tar", other, new byte[0]);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "tool_config /etc/s3/keys:1 3BC7 live", "tool_config /etc/s3/keys.bak:1 3BC7 backup");
    }

    @Test
    void copiesOfTheSharedFilesAreBackups(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/root/.aws/credentials.bak", "[default]\n" + PAIR)
                .file("/root/.aws/credentials~", "[default]\n" + PAIR)
                .file("/root/.aws/config.old-2", "[default]\n" + PAIR)
                .file("/root/.aws/credentials_old", "[default]\n" + PAIR)
                .file("/root/.aws/credentials-backup", "[default]\n" + PAIR)
                .file("/root/.aws/credentials.disabled", "[default]\n" + PAIR)
                .file("/root/.aws/credentials-helper", "[default]\n" + PAIR)
                .file("/root/.aws.bak/credentials", "[default]\n" + PAIR)
                .file("/root/.aws_old/config", "[default]\n" + PAIR)
                .file("/root/.s3cfg_old", "[default]\n" + PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "shared_credentials_file /root/.aws/credentials.bak:2 3BC7 backup",
                        "shared_credentials_file /root/.aws/credentials~:2 3BC7 backup",
                        "config_file /root/.aws/config.old-2:2 3BC7 backup",
                        "shared_credentials_file /root/.aws/credentials_old:2 3BC7 backup",
                        "shared_credentials_file /root/.aws/credentials-backup:2 3BC7 backup",
                        "shared_credentials_file /root/.aws/credentials.disabled:2 3BC7 backup",
                        "shared_credentials_file /root/.aws.bak/credentials:2 3BC7 backup",
                        "config_file /root/.aws_old/config:2 3BC7 backup",
                        "tool_config /root/.s3cfg_old:2 3BC7 backup");
    }
}
