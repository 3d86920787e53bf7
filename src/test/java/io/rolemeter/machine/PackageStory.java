package io.rolemeter.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is done to an installed service: all that its users do to it, and that it hangs. */
abstract class PackageStory extends WatchingStory {
    PackageStory(PackageFormat format) {
        super(format);
    }

    @Test
    @Order(1)
    void whatWasInstalledRunsAndIsReady() throws IOException {
        machine.sh(installed.format().install());

        daemon.awaitReady();
        assertThat(daemon.property("StatusText")).isEqualTo("listening on " + Daemon.URL);
        assertThat(machine.sh("systemctl is-enabled rolemeter.service rolemeter-scan.timer rolemeter-scan.path"))
                .isEqualTo("enabled\nenabled\nenabled");
        assertThat(machine.sh("systemctl is-active rolemeter-scan.timer rolemeter-scan.path"))
                .isEqualTo("active\nactive");
        assertThat(machine.sh("stat --format='%U %G %a' /run/rolemeter-scan/facts.jsonl"))
                .isEqualTo("rolemeter-scan rolemeter 640");
    }

    @Test
    @Order(2)
    void aReloadReadsTheConfigurationInTheSameProcess() throws IOException {
        installed.configure(configuration);
        daemon.reload();

        daemon.awaitMetric("rolemeter_caller_kind{subject=\"instance_role\",kind=\"assumed_role\",} 1.0");
        assertThat(daemon.metrics())
                .contains(
                        "rolemeter_config_last_reload_successful 1.0", "rolemeter_role_state{state=\"attached\",} 1.0");
    }

    @Test
    @Order(8)
    void aConfigurationWithAMistakeChangesNothing() throws IOException {
        installed.configure("imds: { intervall: 15s }\n");
        daemon.reload();

        daemon.awaitMetric("rolemeter_config_last_reload_successful 0.0");
        assertThat(daemon.metrics()).contains("rolemeter_probe_success{probe=\"");
        assertThat(Journal.of(machine, "rolemeter.service"))
                .contains(new Journal(
                        3,
                        "the configuration was not changed: " + Installation.CONFIGURATION
                                + ":1: imds.intervall: unknown key; did you mean \"interval\"?"));
        installed.configure(configuration);
        daemon.reload();
        daemon.awaitMetric("rolemeter_config_last_reload_successful 1.0");
    }

    @Test
    @Order(11)
    void aDaemonThatHangsIsKilledAndStartedAgain() throws IOException {
        machine.sh("""
                mkdir -p /run/systemd/system/rolemeter.service.d
                printf '[Service]\\nWatchdogSec=10s\\nTimeoutAbortSec=1s\\nRestartSec=1s\\n' \\
                    > /run/systemd/system/rolemeter.service.d/impatient.conf
                systemctl daemon-reload
                systemctl restart rolemeter""");
        daemon.awaitReady();
        String hung = daemon.pid();
        machine.sh("sleep 12; kill -0 " + hung);

        machine.sh("kill -STOP " + hung);
        machine.await("test \"$(systemctl show --property NRestarts --value rolemeter)\" = 1", Daemon.LIMIT);
        daemon.awaitReady();
        assertThat(daemon.pid()).isNotEqualTo(hung);
        assertThat(Journal.about(machine, "rolemeter.service"))
                .anyMatch(line -> line.says("rolemeter.service: Watchdog timeout"));
        machine.sh(
                "rm -r /run/systemd/system/rolemeter.service.d; systemctl daemon-reload; systemctl restart rolemeter");
    }

    @Test
    @Order(12)
    void theKeyOfItsCertificateIsRootsAlone() throws IOException {
        machine.sh("""
                cd /etc/rolemeter
                openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \\
                    -keyout tls/server.key -out tls/server.crt 2>/dev/null
                chmod 600 tls/server.key
                cat > web-config.yml <<'YAML'
                tls_server_config:
                  cert_file: /run/credentials/rolemeter.service/tls_server.crt
                  key_file: /run/credentials/rolemeter.service/tls_server.key
                YAML""");
        installed.configure(configuration + "web: { config_file: /etc/rolemeter/web-config.yml }\n");
        machine.sh("systemctl restart rolemeter");

        machine.await(
                "curl -sf --cacert /etc/rolemeter/tls/server.crt https://localhost:10169/metrics | grep ^rolemeter_build",
                Daemon.LIMIT);
        assertThat(daemon.property("StatusText")).isEqualTo("listening on https://127.0.0.1:10169");
        installed.configure(configuration);
        machine.sh("rm /etc/rolemeter/tls/* /etc/rolemeter/web-config.yml; systemctl restart rolemeter");
        daemon.awaitReady();
    }

    @Test
    @Order(13)
    void anUpgradeRunsTheNewOneAndKeepsWhatWasEdited() throws IOException {
        String old = daemon.pid();
        machine.sh(installed.format().upgrade());

        daemon.awaitReady();
        assertThat(daemon.pid()).isNotEqualTo(old);
        assertThat(machine.sh("cat " + Installation.CONFIGURATION)).isEqualTo(configuration.strip());
        assertThat(machine.sh("systemctl is-active rolemeter-scan.timer rolemeter-scan.path"))
                .isEqualTo("active\nactive");
    }

    @Test
    @Order(14)
    void itRunsAfterAReboot() throws IOException {
        machine.reboot();

        daemon.awaitReady();
        assertThat(machine.sh("systemctl is-active rolemeter-scan.timer rolemeter-scan.path"))
                .isEqualTo("active\nactive");
        assertThat(machine.sh("systemctl --failed --quiet")).isEmpty();
    }

    @Test
    @Order(15)
    void nothingIsLeftOfWhatWasRemoved() throws IOException {
        machine.sh(installed.format().remove());

        assertThat(Traces.of(machine)).containsExactlyElementsOf(installed.before());
        assertThat(machine.ask("pgrep --full '[/]usr/lib/rolemeter'").exitCode())
                .isNotZero();
    }
}
