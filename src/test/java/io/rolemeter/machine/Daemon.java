package io.rolemeter.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

/** The installed daemon, as those see it who look at the machine from inside. */
record Daemon(Machine machine) {
    private static final String CURL = "curl --silent --show-error --fail --max-time 10 ";
    static final String URL = "http://127.0.0.1:10169";
    static final Duration LIMIT = Duration.ofSeconds(60);

    String pid() throws IOException {
        return property("MainPID");
    }

    /** Of its unit, as systemd has it. */
    String property(String name) throws IOException {
        return machine.sh("systemctl show --property " + name + " --value rolemeter");
    }

    void awaitReady() throws IOException {
        machine.await("systemctl is-active rolemeter && " + CURL + URL + "/-/ready", LIMIT);
    }

    String metrics() throws IOException {
        return machine.sh(CURL + URL + "/metrics");
    }

    void awaitMetric(String line) throws IOException {
        machine.await(CURL + URL + "/metrics | grep -F '" + line + "'", LIMIT);
    }

    /** Returns when the scanner has written so many times more. */
    void awaitScans(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            machine.sh("touch --reference=/run/rolemeter-scan/facts.jsonl /run/seen");
            machine.await("test /run/rolemeter-scan/facts.jsonl -nt /run/seen", LIMIT);
        }
    }

    /** Has its configuration read again, without a new process. */
    void reload() throws IOException {
        String before = pid();
        machine.sh("systemctl reload rolemeter");
        assertThat(pid()).isEqualTo(before);
    }
}
