package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.fixture;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a real PM2 wrote, and what must be found in each. */
class ObservedPm2Test {
    @Test
    void everyKeyOfAnObservedHostIsFoundOnceWhereItIs(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .fixtureProcess(701, "daemon")
                .fixtureProcess(702, "dotenv-api")
                .fixtureProcess(703, "eco-api")
                .fixtureProcess(704, "shell-api")
                .process(705, "node", "node\0".getBytes(UTF_8), fixture("cluster-own-key.environ.bin"))
                .file("/home/ec2-user/.pm2/dump.pm2", fixture("dump.pm2"))
                .file("/home/ec2-user/.pm2/dump.pm2.bak", fixture("dump.pm2.bak"))
                .file("/home/ec2-user/.pm2/module_conf.json", fixture("module_conf.json"))
                .file("/srv/app/ecosystem.config.js", fixture("ecosystem.config.js"))
                .file("/srv/app/eco2.config.js", fixture("eco2.config.js"))
                .file("/srv/app/.env.production", fixture("env.production"));
        assertThat(FakeHost.described(host.collect()))
                .containsExactly(
                        "process_environment /proc/701/environ L234 live PM2 v7.0.4: God[701]",
                        "process_environment /proc/702/environ L234 live pm2:dotenv-api",
                        "process_environment /proc/703/environ D567 live pm2:eco-api",
                        "process_environment /proc/705/environ TER2 live pm2:cl",
                        "pm2 /home/ec2-user/.pm2/dump.pm2:48 D567 live pm2:eco-api",
                        "pm2 /home/ec2-user/.pm2/dump.pm2.bak:13 L234 backup pm2:shell-api",
                        "pm2 /home/ec2-user/.pm2/dump.pm2.bak:211 D567 backup pm2:eco-api",
                        "pm2 /srv/app/ecosystem.config.js:9 D567 at_rest",
                        "dotenv /srv/app/.env.production:4 ENV7 live");
        assertThat(host.collect().complete()).isTrue();
    }
}
