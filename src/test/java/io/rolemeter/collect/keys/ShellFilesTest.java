package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellFilesTest {
    private static final String EXPORTS = "export " + PAIR.replace("\nAWS", "\nexport AWS");
    private static final String ID = "AKIARTX3GSDSVIA23BC7";

    @Test
    void whatEveryLoginBeginsWithIsLive(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/etc/environment", PAIR)
                .file("/etc/profile", "\r\n" + EXPORTS.replace("\n", "\r\n"))
                .file("/etc/profile.d/aws.sh", EXPORTS)
                .file("/etc/profile.d/aws.sh.rpmsave", EXPORTS)
                .file(
                        "/etc/security/pam_env.conf",
                        "AWS_ACCESS_KEY_ID DEFAULT=" + ID + "\nAWS_SECRET_ACCESS_KEY DEFAULT=" + SECRET)
                .file("/etc/bash.bashrc", "# " + EXPORTS.replace("\n", "\n# "))
                .file("/home/ec2-user/.bashrc", "\uFEFF" + EXPORTS)
                .file("/home/ec2-user/.bashrc.2024-01-31.txt", EXPORTS)
                .file("/home/ec2-user/.profile.bak.20240131", EXPORTS)
                .file("/home/ec2-user/.bashrc.d/keys", EXPORTS)
                .file("/root/.config/environment.d/aws.conf", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "system_environment /etc/environment:1 3BC7 live",
                        "system_environment /etc/profile:2 3BC7 live",
                        "system_environment /etc/profile.d/aws.sh:1 3BC7 live",
                        "system_environment /etc/profile.d/aws.sh.rpmsave:1 3BC7 backup",
                        "system_environment /etc/security/pam_env.conf:1 3BC7 live",
                        "system_environment /etc/bash.bashrc:1 3BC7 commented",
                        "shell_startup /home/ec2-user/.bashrc:1 3BC7 live",
                        "shell_startup /home/ec2-user/.profile.bak.20240131:1 3BC7 backup",
                        "shell_startup /home/ec2-user/.bashrc.d/keys:1 3BC7 live",
                        "shell_startup /root/.config/environment.d/aws.conf:1 3BC7 live");
    }

    @Test
    void whatWasTypedOnceIsABackup(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(
                        "/root/.bash_history",
                        "#1700000000\naws configure set aws_access_key_id " + ID
                                + "\n#1700000009\naws configure set aws_secret_access_key " + SECRET + "\n")
                .file(
                        "/home/ec2-user/.zsh_history",
                        ": 1700000000:0;export AWS_ACCESS_KEY_ID=" + ID + " AWS_SECRET_ACCESS_KEY=" + SECRET + "\n")
                .file(
                        "/home/ec2-user/.python_history",
                        "boto3.client('s3', aws_access_key_id='" + ID + "', aws_secret_access_key='" + SECRET + "')\n")
                .file("/home/ec2-user/.mysql_history", "select '" + ID + "';\n");
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "shell_history /root/.bash_history:2 3BC7 backup",
                        "shell_history /home/ec2-user/.zsh_history:1 3BC7 backup",
                        "shell_history /home/ec2-user/.python_history:1 3BC7 backup");
    }

    @Test
    void cronRunsItsTables(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/etc/crontab", PAIR + "0 * * * * root backup\n")
                .file(
                        "/etc/cron.d/report",
                        "0 1 * * * root AWS_ACCESS_KEY_ID=" + ID + " AWS_SECRET_ACCESS_KEY=" + SECRET + " report\n")
                .file("/etc/cron.d/report.dpkg-old", PAIR)
                .file("/etc/cron.daily/sync", "#!/bin/sh\n#" + EXPORTS.replace("\nexport", "\n#export"))
                .file("/var/spool/cron/ec2-user", PAIR)
                .file("/var/spool/cron/crontabs/root", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "cron /etc/crontab:1 3BC7 live",
                        "cron /etc/cron.d/report:1 3BC7 live",
                        "cron /etc/cron.d/report.dpkg-old:1 3BC7 backup",
                        "cron /etc/cron.daily/sync:2 3BC7 commented",
                        "cron /var/spool/cron/ec2-user:1 3BC7 live",
                        "cron /var/spool/cron/crontabs/root:1 3BC7 live");
    }

    @Test
    void aHashInsideOfAWordCommentsNothing(@TempDir Path root) {
        String line = "N=a#b " + PAIR.strip().replace('\n', ' ');
        FakeHost host = new FakeHost(root)
                .file("/etc/cron.d/report", "* * * * * root " + line + " report\n")
                .file("/etc/cron.daily/report", line + " report\n")
                .file("/etc/profile.d/aws.sh", "export " + line + "\n")
                .file("/home/ec2-user/.bashrc", "export " + line + "\n")
                .file("/etc/systemd/system.conf", "DefaultEnvironment=" + line + "\n")
                .file("/etc/default/idle", line + "\n")
                .file("/opt/shop/config.yml", "/*: x\naws: {id: " + ID + ", secret_key: " + SECRET + "}\n");
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "cron /etc/cron.d/report:1 3BC7 live",
                        "cron /etc/cron.daily/report:1 3BC7 live",
                        "system_environment /etc/profile.d/aws.sh:1 3BC7 live",
                        "shell_startup /home/ec2-user/.bashrc:1 3BC7 live",
                        "systemd /etc/systemd/system.conf:1 3BC7 live",
                        "systemd /etc/default/idle:1 3BC7 at_rest",
                        "app_config /opt/shop/config.yml:2 3BC7 at_rest");
    }
}
