package io.rolemeter.collect.keys.corpus;

import static io.rolemeter.collect.keys.corpus.Notation.BASE64;
import static io.rolemeter.collect.keys.corpus.Notation.BUCKET_COLON;
import static io.rolemeter.collect.keys.corpus.Notation.COLON;
import static io.rolemeter.collect.keys.corpus.Notation.CONTAINER;
import static io.rolemeter.collect.keys.corpus.Notation.DOCUMENTS;
import static io.rolemeter.collect.keys.corpus.Notation.HCL;
import static io.rolemeter.collect.keys.corpus.Notation.INI;
import static io.rolemeter.collect.keys.corpus.Notation.JSON;
import static io.rolemeter.collect.keys.corpus.Notation.JVM_OPTIONS;
import static io.rolemeter.collect.keys.corpus.Notation.LINES;
import static io.rolemeter.collect.keys.corpus.Notation.PHP;
import static io.rolemeter.collect.keys.corpus.Notation.PROPERTIES;
import static io.rolemeter.collect.keys.corpus.Notation.S3CMD;
import static io.rolemeter.collect.keys.corpus.Notation.SHELL;
import static io.rolemeter.collect.keys.corpus.Notation.SOURCE;
import static io.rolemeter.collect.keys.corpus.Notation.STATE;
import static io.rolemeter.collect.keys.corpus.Notation.STRUCTURED;
import static io.rolemeter.collect.keys.corpus.Notation.TYPED;
import static io.rolemeter.collect.keys.corpus.Notation.UNIT;
import static io.rolemeter.collect.keys.corpus.Notation.XML;

import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.model.Place;
import java.nio.file.Path;
import java.util.List;

/** Every file of the corpus, on a host where a Node program runs in {@code /srv/app} and {@code api.service} starts at boot. */
final class Sites {
    static final List<Site> ALL = List.of(
            Site.live(Place.SHARED_CREDENTIALS_FILE, "/home/ec2-user/.aws/credentials", INI),
            Site.live(Place.CONFIG_FILE, "/home/ec2-user/.aws/config", INI),
            Site.atRest(Place.SHARED_CREDENTIALS_FILE, "/root/.aws/credentials", INI),
            Site.atRest(Place.SHARED_CREDENTIALS_FILE, "/root/.aws/cli/cache/00.json", JSON)
                    .alone(),
            Site.live(Place.DOTENV, "/srv/app/.env").and(SHELL).and(STRUCTURED),
            Site.live(Place.DOTENV, "/srv/app/.env.production.local").and(SHELL),
            Site.atRest(Place.DOTENV, "/opt/idle/app.env").and(SHELL),
            Site.atRest(Place.DOTENV, "/srv/app/.env.example").and(SHELL).alone(),
            Site.backup(Place.DOTENV, "/var/apps/shop/releases/6/.env").and(SHELL),
            Site.live(Place.DOTENV, "/var/apps/shop/releases/7/.env").and(SHELL),
            Site.atRest(Place.PM2, "/srv/app/ecosystem.config.js", PHP),
            Site.live(Place.PM2, "/home/ec2-user/.pm2/dump.pm2", JSON).alone(),
            Site.backup(Place.PM2, "/home/ec2-user/.pm2/dump.pm2.bak", JSON),
            Site.live(Place.SYSTEMD, "/etc/systemd/system/api.service.d/keys.conf", UNIT),
            Site.atRest(Place.SYSTEMD, "/etc/systemd/system/idle.service", UNIT),
            Site.live(Place.SYSTEMD, "/etc/api/keys", LINES).and(SHELL).alone(),
            Site.atRest(Place.SYSTEMD, "/etc/sysconfig/idle", LINES).and(SHELL),
            Site.live(Place.SYSTEM_ENVIRONMENT, "/etc/environment").and(SHELL),
            Site.live(Place.SYSTEM_ENVIRONMENT, "/etc/profile.d/aws.sh").and(SHELL),
            Site.live(Place.SHELL_STARTUP, "/home/ec2-user/.bashrc").and(SHELL),
            Site.live(Place.SHELL_STARTUP, "/root/.zshenv").and(SHELL),
            Site.backup(Place.SHELL_HISTORY, "/root/.bash_history", TYPED).and(SHELL),
            Site.backup(Place.SHELL_HISTORY, "/home/ec2-user/.python_history", SOURCE),
            Site.live(Place.CRON, "/etc/crontab").and(SHELL),
            Site.live(Place.CRON, "/var/spool/cron/crontabs/ec2-user").and(SHELL),
            Site.atRest(Place.USER_DATA, "/var/lib/cloud/instances/i-1/user-data.txt", BASE64)
                    .and(SHELL)
                    .and(STRUCTURED)
                    .alone(),
            Site.backup(Place.USER_DATA, "/var/lib/cloud/instances/i-0/user-data.txt", BASE64)
                    .and(SHELL),
            Site.live(Place.CONTAINER, "/var/lib/docker/containers/c1/config.v2.json", CONTAINER)
                    .alone(),
            Site.atRest(Place.CONTAINER, "/srv/app/docker-compose.yml").and(STRUCTURED),
            Site.atRest(Place.TOOL_CONFIG, "/root/.s3cfg", S3CMD),
            Site.atRest(Place.TOOL_CONFIG, "/root/.boto", INI),
            Site.atRest(Place.TOOL_CONFIG, "/root/.config/rclone/rclone.conf", S3CMD, INI),
            Site.atRest(Place.TOOL_CONFIG, "/etc/passwd-s3fs", COLON, BUCKET_COLON),
            Site.atRest(Place.TOOL_CONFIG, "/root/.mc/config.json").and(DOCUMENTS),
            Site.live(Place.JAVA_CONFIG, "/srv/app/config/application.properties", PROPERTIES),
            Site.live(Place.JAVA_CONFIG, "/srv/app/bootstrap-prod.yml").and(STRUCTURED),
            Site.atRest(Place.JAVA_CONFIG, "/opt/tomcat/bin/setenv.sh", JVM_OPTIONS),
            Site.atRest(Place.HADOOP_CONFIG, "/etc/hadoop/conf/core-site.xml", XML),
            Site.live(Place.HADOOP_CONFIG, "/srv/app/conf/spark-defaults.conf", PROPERTIES),
            Site.atRest(Place.TERRAFORM, "/home/ec2-user/infra/terraform.tfstate", STATE),
            Site.atRest(Place.TERRAFORM, "/srv/app/main.tf", HCL),
            Site.atRest(Place.TERRAFORM, "/srv/app/prod.tfvars", HCL),
            Site.live(Place.APP_CONFIG, "/srv/app/config.json").and(DOCUMENTS),
            Site.live(Place.APP_CONFIG, "/srv/app/appsettings.Production.json").and(DOCUMENTS),
            Site.live(Place.APP_CONFIG, "/srv/app/config/storage.yml").and(STRUCTURED),
            Site.live(Place.APP_CONFIG, "/srv/app/wp-config.php", PHP),
            Site.live(Place.APP_CONFIG, "/srv/app/shop/settings.py", SOURCE),
            Site.atRest(Place.APP_CONFIG, "/opt/idle/config/secrets.yml").and(STRUCTURED),
            Site.atRest(Place.APP_CONFIG, "/etc/telegraf/telegraf.conf", S3CMD, HCL),
            Site.atRest(Place.CONFIGURED, "/data/odd.place").and(SHELL).and(STRUCTURED));

    private Sites() {}

    /** The host without any key. */
    static FakeHost host(Path root) {
        return new FakeHost(root)
                .process(10, "node", "HOME=/home/ec2-user")
                .file("/etc/systemd/system/api.service", """
                        [Service]
                        WorkingDirectory=/var/apps/shop/current
                        ExecStart=/usr/bin/node x.js
                        EnvironmentFile=/etc/api/keys
                        """)
                .link("/etc/systemd/system/multi-user.target.wants/api.service", "../api.service")
                .link("/var/apps/shop/current", "releases/7")
                .file("/var/apps/shop/releases/7/x.js", "")
                .link("/var/lib/cloud/instance", "instances/i-1")
                .file("/var/lib/cloud/instances/i-1/boot-finished", "");
    }
}
