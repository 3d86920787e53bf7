package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdUnitsTest {
    private static final String KEY_LINES =
            "Environment=\"AWS_ACCESS_KEY_ID=AKIARTX3GSDSVIA23BC7\"" + " AWS_SECRET_ACCESS_KEY=" + SECRET + "\n";
    private static final String UNIT = "[Service]\nExecStart=/usr/bin/true\n";

    @Test
    void aUnitIsLiveWhenItIsEnabledOrRuns(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/etc/systemd/system/enabled.service", UNIT + KEY_LINES)
                .link("/etc/systemd/system/multi-user.target.wants/enabled.service", "../enabled.service")
                .file("/etc/systemd/system/idle.service", UNIT + KEY_LINES)
                .file("/etc/systemd/system/runs.service", UNIT + KEY_LINES)
                .process(10, "server", "A=b")
                .file("/proc/10/cgroup", "0::/system.slice/runs.service\n")
                .file("/etc/systemd/system/timed.service", UNIT + KEY_LINES)
                .link("/etc/systemd/system/timers.target.wants/timed.timer", "../timed.timer")
                .file("/usr/lib/systemd/system/worker@.service", UNIT)
                .file("/etc/systemd/system/worker@.service.d/key.conf", "[Service]\n" + KEY_LINES)
                .link(
                        "/etc/systemd/system/multi-user.target.wants/worker@7.service",
                        "/usr/lib/systemd/system/worker@.service")
                .file("/etc/systemd/system/old.service.bak", UNIT + KEY_LINES)
                .file("/etc/systemd/system/note.service", UNIT + "#" + KEY_LINES)
                .link("/etc/systemd/system/masked.service", "/dev/null");
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "systemd /etc/systemd/system/enabled.service:3 3BC7 live",
                        "systemd /etc/systemd/system/idle.service:3 3BC7 at_rest",
                        "systemd /etc/systemd/system/runs.service:3 3BC7 live",
                        "systemd /etc/systemd/system/timed.service:3 3BC7 live",
                        "systemd /etc/systemd/system/worker@.service.d/key.conf:2 3BC7 live",
                        "systemd /etc/systemd/system/old.service.bak:3 3BC7 backup",
                        "systemd /etc/systemd/system/note.service:3 3BC7 commented");
        assertThat(host.collect().complete()).isTrue();
    }

    @Test
    void theFilesThatAUnitTakesItsEnvironmentFromAreAsLiveAsTheUnit(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(
                        "/etc/systemd/system/api.service",
                        UNIT + "EnvironmentFile=-/etc/api/keys\nEnvironmentFile=/etc/api.d/*.conf\n"
                                + "EnvironmentFile=/etc/default/api-%i\nEnvironmentFile=/absent\n")
                .link("/etc/systemd/system/multi-user.target.wants/api.service", "../api.service")
                .file("/etc/api/keys", PAIR)
                .file("/etc/api.d/one.conf", PAIR)
                .file("/etc/api.d/one.txt", PAIR)
                .file("/etc/default/api-blue", PAIR)
                .file("/etc/default/unused", PAIR)
                .file("/etc/systemd/system.conf", "[Manager]\nDefault" + KEY_LINES);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "systemd /etc/api/keys:1 3BC7 live",
                        "systemd /etc/api.d/one.conf:1 3BC7 live",
                        "systemd /etc/default/api-blue:1 3BC7 live",
                        "systemd /etc/default/unused:1 3BC7 at_rest",
                        "systemd /etc/systemd/system.conf:2 3BC7 live");
    }

    @Test
    void theFolderOfAServiceThatStartsAtBootIsThatOfALiveApplication(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file(
                        "/etc/systemd/system/api.service",
                        "[Service]\nWorkingDirectory=/srv/api\nExecStart=/usr/bin/node /opt/jobs/run.js\n")
                .link("/etc/systemd/system/multi-user.target.wants/api.service", "../api.service")
                .file("/srv/api/.env", PAIR)
                .file("/srv/other/.env", PAIR)
                .file("/opt/jobs/.env", PAIR);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "dotenv /srv/api/.env:1 3BC7 live",
                        "dotenv /srv/other/.env:1 3BC7 at_rest",
                        "dotenv /opt/jobs/.env:1 3BC7 live");
    }

    @Test
    void userUnitsCount(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/home/ec2-user/.config/systemd/user/sync.service", UNIT + KEY_LINES)
                .link("/home/ec2-user/.config/systemd/user/default.target.wants/sync.service", "../sync.service");
        assertThat(FakeHost.described(host.collect()))
                .containsExactly("systemd /home/ec2-user/.config/systemd/user/sync.service:3 3BC7 live");
    }
}
