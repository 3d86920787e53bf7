package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pm2FilesTest {
    private static final String SCRIPT = "env: { AWS_ACCESS_KEY_ID: 'AKIARTX3GSDSVIA23BC7',\n"
            + "       AWS_SECRET_ACCESS_KEY: '" + SECRET + "' },\n";
    private static final String JSON = "{\"apps\":[{\"env\":{\"AWS_ACCESS_KEY_ID\":\"AKIARTX3GSDSVIA23BC7\","
            + "\"AWS_SECRET_ACCESS_KEY\":\"" + SECRET.replace("/", "\\/") + "\"}}]}";
    private static final String YAML = "apps:\n  - env:\n      AWS_ACCESS_KEY_ID: AKIARTX3GSDSVIA23BC7\n"
            + "      AWS_SECRET_ACCESS_KEY: " + SECRET + "\n";

    @Test
    void everyFormOfEcosystemFileBesideAnApplicationIsRead(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .process(10, "node", "pm_id=0", "name=api", "pm_exec_path=/srv/api/index.js")
                .file("/srv/api/ecosystem.config.js", "module.exports = {\n" + SCRIPT + "};\n")
                .file("/srv/api/pm2.config.cjs", "// " + SCRIPT.replace("\n ", "\n// "))
                .file("/srv/api/x.config.mjs", SCRIPT)
                .file("/srv/api/ecosystem.config.js.bak", SCRIPT)
                .file("/srv/api/ecosystem.json", JSON)
                .file("/srv/api/process.yml", YAML)
                .file("/srv/api/index.js", SCRIPT)
                .file("/srv/other/ecosystem.config.js", SCRIPT);
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "pm2 /srv/api/ecosystem.config.js:2 3BC7 at_rest",
                        "pm2 /srv/api/ecosystem.config.js.bak:1 3BC7 backup",
                        "pm2 /srv/api/ecosystem.json:1 3BC7 at_rest",
                        "pm2 /srv/api/pm2.config.cjs:1 3BC7 commented",
                        "pm2 /srv/api/process.yml:3 3BC7 at_rest",
                        "pm2 /srv/api/x.config.mjs:1 3BC7 at_rest",
                        "pm2 /srv/other/ecosystem.config.js:1 3BC7 at_rest");
    }

    @Test
    void pm2IsFoundByVariableByTitleByHomeAndInEtc(@TempDir Path root) {
        String title = "PM2 v7.0.4: God Daemon (/opt/titled)\0";
        FakeHost host = new FakeHost(root)
                .process(10, "PM2 v7.0.4: God", title.getBytes(UTF_8), new byte[0])
                .process(11, "node", "PM2_HOME=/opt/named")
                .file("/opt/titled/dump.pm2", JSON)
                .file("/opt/named/module_conf.json", JSON)
                .file("/home/ec2-user/.pm2/dump.pm2.bak", JSON)
                .file("/etc/.pm2/dump.pm2", JSON);
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "pm2 /opt/titled/dump.pm2:1 3BC7 live pm2:unnamed",
                        "pm2 /opt/named/module_conf.json:1 3BC7 at_rest",
                        "pm2 /home/ec2-user/.pm2/dump.pm2.bak:1 3BC7 backup pm2:unnamed",
                        "pm2 /etc/.pm2/dump.pm2:1 3BC7 live pm2:unnamed");
    }

    @Test
    void theDumpSaysWhichApplicationHasTheKeyUnlessTheyShareALine(@TempDir Path root) {
        String first =
                "{\"name\":\"api\",\"AWS_ACCESS_KEY_ID\":\"AKIARTX3GSDSVIA23BC7\",\"AWS_SECRET_ACCESS_KEY\":\"x\"}";
        String second = first.replace("api", "jobs");
        FakeHost host = new FakeHost(root)
                .file("/root/.pm2/dump.pm2", "[\n" + first + ",\n" + second + "]")
                .file("/etc/.pm2/dump.pm2", "[" + first + "," + second + "]");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "pm2 /root/.pm2/dump.pm2:2 3BC7 live pm2:api",
                        "pm2 /root/.pm2/dump.pm2:3 3BC7 live pm2:jobs",
                        "pm2 /etc/.pm2/dump.pm2:1 3BC7 live");
    }

    @Test
    void aDumpThatWasCutOffStillShowsItsKeysAndFolders(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(
                        "/root/.pm2/dump.pm2",
                        "[{\"name\":\"a\",\"pm_cwd\":\"/srv/a\"},{\"name\":\"b\",\n" + PAIR.replace("=", "\":\""))
                .file("/srv/a/.env", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("pm2 /root/.pm2/dump.pm2:2 3BC7 live", "dotenv /srv/a/.env:1 3BC7 live");
    }
}
