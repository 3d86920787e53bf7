package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationFilesTest {
    private static final String ID = "AKIARTX3GSDSVIA23BC7";
    private static final String JSON =
            "{\"Aws\":{\"AccessKey\":\"" + ID + "\",\"SecretKey\":\"" + SECRET.replace("/", "\\/") + "\"}}";
    private static final String XML = "<configuration>\n<property><name>fs.s3a.access.key</name><value>" + ID
            + "</value></property>\n<property><name>fs.s3a.secret.key</name><value>" + SECRET
            + "</value></property>\n</configuration>\n";

    @Test
    void filesBesideARunningProgramAreLiveAndOthersAtRest(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "A=b")
                .file("/srv/app/config/production.json", JSON)
                .file("/srv/app/appsettings.Production.json", JSON)
                .file(
                        "/srv/app/wp-config.php",
                        "define('AS3CF_SETTINGS', serialize(['access-key-id' => '" + ID + "', 'secret-access-key' => '"
                                + SECRET + "']));")
                .file(
                        "/srv/app/application-prod.yml",
                        "cloud:\n  aws:\n    credentials:\n      accessKey: " + ID + "\n      secretKey: " + SECRET
                                + "\n")
                .file("/srv/app/conf/core-site.xml", XML)
                .file(
                        "/srv/app/docker-compose.yml",
                        "services:\n  api:\n    environment:\n      - AWS_ACCESS_KEY_ID=" + ID
                                + "\n      - AWS_SECRET_ACCESS_KEY=" + SECRET + "\n")
                .file(
                        "/srv/app/infra/terraform.tfstate",
                        "{\"a\":{\"id\":\"" + ID + "\",\"secret\":\"" + SECRET + "\"}}")
                .file(
                        "/srv/app/infra/terraform.tfstate.backup",
                        "{\"a\":{\"id\":\"" + ID + "\",\"secret\":\"" + SECRET + "\"}}")
                .file("/srv/app/node_modules/x/config.json", JSON)
                .file("/srv/app/a/b/c/d/config.json", JSON)
                .file("/srv/app/package.json", JSON)
                .file("/opt/tool/config.json", JSON)
                .file("/home/ec2-user/site/config/database.yml", PAIR)
                .link("/srv/loop", "/srv");
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "app_config /srv/app/config/production.json:1 3BC7 live",
                        "app_config /srv/app/appsettings.Production.json:1 3BC7 live",
                        "app_config /srv/app/wp-config.php:1 3BC7 live",
                        "java_config /srv/app/application-prod.yml:4 3BC7 live",
                        "hadoop_config /srv/app/conf/core-site.xml:2 3BC7 live",
                        "container /srv/app/docker-compose.yml:4 3BC7 at_rest",
                        "terraform /srv/app/infra/terraform.tfstate:1 3BC7 at_rest",
                        "terraform /srv/app/infra/terraform.tfstate.backup:1 3BC7 backup",
                        "app_config /srv/app/a/b/c/d/config.json:1 3BC7 at_rest",
                        "app_config /opt/tool/config.json:1 3BC7 at_rest",
                        "app_config /home/ec2-user/site/config/database.yml:1 3BC7 at_rest");
    }

    @Test
    void aProgramDeepInsideAnothersFolderHasItsOwnDepth(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "A=b")
                .process(11, "node", "pm_id=0", "name=deep", "pm_cwd=/srv/app/1/2/3/4/5/6")
                .file("/srv/app/1/2/3/4/5/6/config/production.json", JSON)
                .file("/srv/app/1/2/3/4/5/6/7/8/9/10/11/12/config.json", JSON)
                .file("/srv/app/1/2/3/4/5/x/y/config.json", JSON);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "app_config /srv/app/1/2/3/4/5/6/config/production.json:1 3BC7 live",
                        "app_config /srv/app/1/2/3/4/5/6/7/8/9/10/11/12/config.json:1 3BC7 at_rest");
    }

    @Test
    void theHomeOfAServiceIsItsApplicationAndThatOfAPersonIsNot(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "pm_id=0", "name=a", "pm_cwd=/opt/billing", "HOME=/opt/billing")
                .process(11, "bash", "pm_id=1", "name=b", "pm_cwd=/home/ec2-user", "HOME=/home/ec2-user")
                .file("/opt/billing/config/production.json", JSON)
                .file("/home/ec2-user/config/production.json", JSON)
                .file("/home/ec2-user/.env", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "app_config /opt/billing/config/production.json:1 3BC7 live",
                        "app_config /home/ec2-user/config/production.json:1 3BC7 at_rest",
                        "dotenv /home/ec2-user/.env:1 3BC7 live");
    }

    @Test
    void aReleaseThatIsNotInUseIsABackup(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/var/apps/shop/releases/6/.env", PAIR)
                .file("/var/apps/shop/releases/7/.env", PAIR)
                .file("/var/apps/shop/releases/7/config/secrets.yml", PAIR)
                .link("/var/apps/shop/current", "releases/7")
                .link("/srv/app", "/var/apps/shop/current")
                .process(10, "node", "A=b");
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "dotenv /var/apps/shop/releases/6/.env:1 3BC7 backup",
                        "dotenv /var/apps/shop/releases/7/.env:1 3BC7 live",
                        "app_config /var/apps/shop/releases/7/config/secrets.yml:1 3BC7 live");
    }

    @Test
    void aReleaseIsABackupOnlyBesideOneThatIsInUse(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/var/www/only/releases/42/.env", PAIR)
                .link("/var/www/only/current", "releases/42")
                .file("/var/www/linked/releases/6/.env", PAIR)
                .file("/var/www/linked/releases/7/.env", PAIR)
                .link("/var/www/linked/current", "releases/7")
                .file("/var/www/loose/releases/1/.env", PAIR)
                .file("/var/www/loose/releases/2/.env", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "dotenv /var/www/only/releases/42/.env:1 3BC7 at_rest",
                        "dotenv /var/www/linked/releases/6/.env:1 3BC7 backup",
                        "dotenv /var/www/linked/releases/7/.env:1 3BC7 at_rest",
                        "dotenv /var/www/loose/releases/1/.env:1 3BC7 at_rest",
                        "dotenv /var/www/loose/releases/2/.env:1 3BC7 at_rest");
    }

    @Test
    void theFolderOfAScriptCountsWhenTheProgramWorksInTheRootFolder(@TempDir Path root) {
        byte[] line = "/usr/bin/java\0-jar\0/usr/local/shop/lib/shop.jar\0".getBytes(StandardCharsets.UTF_8);
        FakeHost host = new FakeHost(root)
                .process(10, "java", line, "A=b\0".getBytes(StandardCharsets.UTF_8))
                .file("/usr/local/shop/config/application.properties", PAIR)
                .file("/usr/local/other/application.properties", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("java_config /usr/local/shop/config/application.properties:1 3BC7 live");
    }

    @Test
    void programsUnderEtcAreLiveWhileTheyRun(@TempDir Path root) {
        String output = "[OUTPUT]\n    Name s3\n    access_key " + ID + "\n    secret_key " + SECRET + "\n";
        FakeHost host = new FakeHost(root)
                .file("/etc/fluent-bit/fluent-bit.conf", output)
                .file("/etc/telegraf/telegraf.d/s3.conf", output)
                .file("/etc/grafana/grafana.ini", "# " + output.replace("\n", "\n# "))
                .file("/etc/hadoop/conf/core-site.xml", XML)
                .file("/etc/tomcat9/context.xml", XML)
                .process(10, "fluent-bit", "A=b");
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "app_config /etc/fluent-bit/fluent-bit.conf:3 3BC7 live",
                        "app_config /etc/telegraf/telegraf.d/s3.conf:3 3BC7 at_rest",
                        "app_config /etc/grafana/grafana.ini:3 3BC7 commented",
                        "hadoop_config /etc/hadoop/conf/core-site.xml:2 3BC7 at_rest",
                        "java_config /etc/tomcat9/context.xml:2 3BC7 at_rest");
    }

    @Test
    void containersThatRunOrAreStartedAgainAreLive(@TempDir Path root) {
        String config = "{\"State\":{\"Running\":%s},\"Config\":{\"Env\":[\"AWS_ACCESS_KEY_ID=" + ID
                + "\",\"AWS_SECRET_ACCESS_KEY=" + SECRET + "\"]},\"Name\":\"/api\"}";
        FakeHost host = new FakeHost(root)
                .file("/var/lib/docker/containers/a/config.v2.json", config.formatted("true"))
                .file("/var/lib/docker/containers/b/config.v2.json", config.formatted("false"))
                .file("/var/lib/docker/containers/c/config.v2.json", config.formatted("false"))
                .file("/var/lib/docker/containers/c/hostconfig.json", "{\"RestartPolicy\":{\"Name\":\"always\"}}")
                .file("/var/lib/docker/image/overlay2/imagedb/content/sha256/abc", config.formatted("false"))
                .file("/var/lib/containers/storage/overlay-containers/p/userdata/config.json", config)
                .file("/run/containers/storage/overlay-containers/p/userdata/pidfile", "10")
                .file("/var/lib/containers/storage/overlay-containers/q/userdata/config.json", config)
                .file("/run/containers/storage/overlay-containers/q/userdata/pidfile", "99")
                .process(10, "node", "A=b");
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "container /var/lib/docker/containers/a/config.v2.json:1 3BC7 live container:api",
                        "container /var/lib/docker/containers/b/config.v2.json:1 3BC7 at_rest container:api",
                        "container /var/lib/docker/containers/c/config.v2.json:1 3BC7 live container:api",
                        "container /var/lib/docker/image/overlay2/imagedb/content/sha256/abc:1 3BC7 at_rest",
                        "container /var/lib/containers/storage/overlay-containers/p/userdata/config.json:1 3BC7 live",
                        "container /var/lib/containers/storage/overlay-containers/q/userdata/config.json:1 3BC7"
                                + " at_rest");
    }
}
