package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotenvTest {
    private static final String COMMENTED = "#" + PAIR.replace("\nAWS", "\n# AWS");

    @Test
    void theNameOfTheFileAndItsCommentsDecideTheExposure(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/srv/app/.env", PAIR)
                .file("/srv/app/.env.production", "NODE_ENV=production\n\n" + COMMENTED)
                .file("/srv/app/.env.production~", PAIR)
                .file("/srv/app/.env.bak", COMMENTED)
                .file("/srv/app/.env.example", PAIR)
                .file("/srv/app/.env_old", PAIR)
                .file("/srv/app/.env-backup", PAIR)
                .file("/srv/app/.env.disabled", PAIR)
                .file("/srv/app/worker.env.old", PAIR)
                .file("/srv/app/worker.env", "export " + PAIR)
                .file("/srv/app/.env.swp", "b0VIM\0" + PAIR.replace('\n', '\0'))
                .file("/srv/app/environment.txt", PAIR)
                .file("/srv/elsewhere/.env", PAIR)
                .process(10, "node", "A=b");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "dotenv /srv/app/.env:1 3BC7 live",
                        "dotenv /srv/app/.env-backup:1 3BC7 backup",
                        "dotenv /srv/app/.env.bak:1 3BC7 backup",
                        "dotenv /srv/app/.env.disabled:1 3BC7 backup",
                        "dotenv /srv/app/.env.example:1 3BC7 at_rest",
                        "dotenv /srv/app/.env.production:3 3BC7 commented",
                        "dotenv /srv/app/.env.production~:1 3BC7 backup",
                        "dotenv /srv/app/.env.swp:1 3BC7 backup",
                        "dotenv /srv/app/.env_old:1 3BC7 backup",
                        "dotenv /srv/app/worker.env:1 3BC7 live",
                        "dotenv /srv/app/worker.env.old:1 3BC7 backup",
                        "dotenv /srv/elsewhere/.env:1 3BC7 at_rest");
    }

    @Test
    void theFolderOfAnApplicationThatPm2StartsAtBootCounts(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(
                        "/home/ec2-user/.pm2/dump.pm2",
                        "[{\"name\":\"a\",\"pm_cwd\":\"/srv/a\",\"pm_exec_path\":\"/srv/a/dist/a.js\"}]")
                .file("/srv/a/.env", PAIR)
                .file("/srv/a/dist/.env", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("dotenv /srv/a/.env:1 3BC7 live", "dotenv /srv/a/dist/.env:1 3BC7 live");
    }

    @Test
    void oneFolderUnderTwoNamesIsReadOnce(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/srv/releases/7/.env", PAIR)
                .link("/srv/app", "releases/7")
                .process(10, "node", "pm_id=0", "name=api", "pm_cwd=/srv/app", "pm_exec_path=/srv/releases/7/api.js");
        assertThat(FakeHost.described(host.collect())).containsExactly("dotenv /srv/releases/7/.env:1 3BC7 live");
    }

    @Test
    void aFolderNamedDotenvIsNothingToReport(@TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root).process(10, "python", "A=b");
        Files.createDirectories(host.path("/srv/app/.env/bin"));
        assertThat(FakeHost.scan(host.collect(), Place.DOTENV).complete()).isTrue();
    }

    @Test
    void whatARunningProgramWasToldToReadIsLive(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/etc/shop/prod.env", PAIR)
                .file("/etc/shop/idle.env", PAIR)
                .file("/opt/shop/.env.production", PAIR)
                .file("/srv/app/a/b/c/d/variables", PAIR)
                .link("/etc/shop/link", "/opt/shop/.env.production")
                .process(10, "node", words("node", "--env-file=/etc/shop/prod.env", "/usr/lib/x.js"), words())
                .process(11, "node", words("node", "--env-file", "a/b/c/d/variables", "/usr/lib/x.js"), words())
                .process(12, "node", words("node", "--env-file-if-exists=/etc/shop/link", "/usr/lib/x.js"), words())
                .process(13, "node", words("node", "--env-filename=/etc/shop/idle.env", "--env-file"), words());
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "dotenv /etc/shop/prod.env:1 3BC7 live",
                        "dotenv /opt/shop/.env.production:1 3BC7 live",
                        "dotenv /srv/app/a/b/c/d/variables:1 3BC7 live");
    }

    @Test
    void wherePeopleStandAndWhatTheyLookAtIsNotLive(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/srv/app/.env", PAIR)
                .file("/srv/app/a/b/.env", PAIR)
                .file("/opt/old/.env", PAIR)
                .process(10, "bash", words("-bash"), words())
                .process(11, "vim", words("vim", "/opt/old/app.js"), words());
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "dotenv /srv/app/.env:1 3BC7 at_rest",
                        "dotenv /srv/app/a/b/.env:1 3BC7 at_rest",
                        "dotenv /opt/old/.env:1 3BC7 at_rest");
        host.process(12, "bash", words("/bin/bash", "/opt/old/run.sh"), words());
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "dotenv /srv/app/.env:1 3BC7 live",
                        "dotenv /srv/app/a/b/.env:1 3BC7 live",
                        "dotenv /opt/old/.env:1 3BC7 live");
    }

    private static byte[] words(String... words) {
        return (String.join("\0", words) + "\0").getBytes(StandardCharsets.UTF_8);
    }
}
