package io.rolemeter.demo.files;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Credential;
import java.util.List;
import java.util.stream.Collectors;

/** Users, homes, units and programs of the simulated host. */
final class SystemFiles {

    private static final List<User> USERS = List.of(User.ROOT, User.DAEMON, User.BILLING, User.EC2_USER, User.DEPLOY);
    private static final String SHELL_STARTUP = """
            # .bashrc
            if [ -f /etc/bashrc ]; then
            	. /etc/bashrc
            fi
            """;

    private SystemFiles() {}

    static void write(FileTree tree) {
        tree.write(
                "/etc/passwd", "rw-r--r--", USERS.stream().map(User::passwdLine).collect(Collectors.joining()));
        tree.write(
                "/etc/group",
                "rw-r--r--",
                USERS.stream()
                        .map(user -> user.name() + ":x:" + user.number() + ":\n")
                        .collect(Collectors.joining()));
        tree.write("/etc/hostname", "rw-r--r--", "ip-10-0-1-23.ec2.internal\n");
        tree.write("/etc/os-release", "rw-r--r--", "NAME=\"Amazon Linux\"\nVERSION=\"2023\"\nID=\"amzn\"\n");
        tree.write("/etc/environment", "rw-r--r--", "");
        tree.write("/etc/crontab", "rw-r--r--", "SHELL=/bin/bash\nPATH=/sbin:/bin:/usr/sbin:/usr/bin\n");
        tree.write("/etc/systemd/system/pm2-deploy.service", "rw-r--r--", PM2_UNIT);
        tree.write("/etc/systemd/system/billing.service", "rw-r--r--", BILLING_UNIT);
        for (User user : List.of(User.ROOT, User.EC2_USER, User.DEPLOY)) {
            tree.directory(user.home(), "rwx------");
            tree.write(user.home() + "/.bashrc", "rw-r--r--", SHELL_STARTUP);
            tree.write(user.home() + "/.bash_history", "rw-------", "ls -l\nsudo journalctl -n 50\n");
        }
        tree.directory(User.BILLING.home(), "rwxr-x---");
        for (String program : List.of(Processes.NODE, Processes.JAVA, Processes.SYSTEMD, Processes.SSHD)) {
            tree.write(program, "rwxr-xr-x", "");
        }
    }

    /** The forgotten key as the default profile of a user. */
    static void writeCredentials(FileTree tree, String home, Credential key) {
        tree.directory(home + "/.aws", "rwx------");
        tree.write(
                home + "/.aws/credentials",
                "rw-------",
                "[default]\naws_access_key_id = " + key.keyId() + "\naws_secret_access_key = " + key.secret() + "\n");
        tree.write(home + "/.aws/config", "rw-------", "[default]\nregion = " + Account.REGION + "\n");
    }

    private static final String PM2_UNIT = """
            [Unit]
            Description=PM2 process manager
            Documentation=https://pm2.keymetrics.io/
            After=network.target

            [Service]
            Type=forking
            User=deploy
            LimitNOFILE=infinity
            LimitNPROC=infinity
            LimitCORE=infinity
            Environment=PATH=/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin
            Environment=PM2_HOME=/home/deploy/.pm2
            PIDFile=/home/deploy/.pm2/pm2.pid
            Restart=on-failure

            ExecStart=/usr/lib/node_modules/pm2/bin/pm2 resurrect
            ExecReload=/usr/lib/node_modules/pm2/bin/pm2 reload all
            ExecStop=/usr/lib/node_modules/pm2/bin/pm2 kill

            [Install]
            WantedBy=multi-user.target
            """;

    private static final String BILLING_UNIT = """
            [Unit]
            Description=Billing
            After=network.target

            [Service]
            User=billing
            WorkingDirectory=/opt/billing
            ExecStart=%s -Xmx256m -cp /opt/billing/lib/* com.example.billing.Main
            Restart=on-failure

            [Install]
            WantedBy=multi-user.target
            """.formatted(Processes.JAVA);
}
