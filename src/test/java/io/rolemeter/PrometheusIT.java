package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes two simulated hosts and evaluates the shipped alert rules as they are, with their own windows
 * and intervals; that takes about two minutes. Both hosts are watched at the same time.
 */
class PrometheusIT {
    private static final String SICK = "keys-shadow-role";
    private static final String HEALTHY = "healthy";
    private static final Set<String> MUST_FIRE = Set.of("RolemeterCallerIsIamUser", "RolemeterStaticKeyLive");
    private static final Duration START = Duration.ofSeconds(60);
    /** The longest window of {@link #MUST_FIRE} is 90 s and its group's interval 15 s; the rest is for a slow machine. */
    private static final Duration FIRE = Duration.ofSeconds(150);

    private static final List<AutoCloseable> STARTED = new ArrayList<>();

    private static PrometheusServer prometheus;
    private static long deadline;

    @BeforeAll
    static void watchBothHosts(@TempDir Path folder) throws IOException {
        Path binary = InstalledProgram.require("prometheus", "evaluate the alert rules");
        String targets = target(SICK) + target(HEALTHY);
        prometheus = PrometheusServer.start(binary, configuration(targets), folder);
        STARTED.add(prometheus);
        deadline = System.nanoTime() + FIRE.toNanos();
    }

    @AfterAll
    static void stopEverything() throws Exception {
        for (int last = STARTED.size() - 1; last >= 0; last--) {
            STARTED.get(last).close();
        }
    }

    @Test
    void aKeyThatShadowsTheRoleFiresWithinItsWindow() throws IOException {
        awaitFiring();

        for (JsonNode alert : prometheus.alerts()) {
            String instance = alert.at("/labels/instance").asText();
            assertThat(alert.at("/annotations/summary").asText()).contains(instance);
            assertThat(alert.at("/annotations").toString()).doesNotContain("<error expanding template");
        }
    }

    /** An alert is pending from the first evaluation that finds it true, so "never pending" covers the longer windows too. */
    @Test
    void aHealthyHostIsNeverEvenPending() throws IOException {
        awaitFiring();

        assertThat(prometheus.query("present_over_time(ALERTS{scenario='healthy'}[10m])"))
                .isEmpty();
        assertThat(prometheus.query("min_over_time(up{scenario='healthy'}[10m]) == 1"))
                .as("the healthy host was scraped, without a gap")
                .hasSize(1);
        assertThat(prometheus.query("rolemeter_status{scenario='healthy',status='ok'} == 1"))
                .hasSize(1);
    }

    @Test
    void everyRuleIsEvaluatedWithoutAnError() throws IOException {
        awaitFiring();

        for (JsonNode group : prometheus.ruleGroups()) {
            for (JsonNode rule : group.path("rules")) {
                assertThat(rule.path("health").asText())
                        .as(rule.path("name").asText() + ": "
                                + rule.path("lastError").asText())
                        .isEqualTo("ok");
            }
        }
    }

    private static void awaitFiring() throws IOException {
        while (!firing().containsAll(MUST_FIRE)) {
            if (System.nanoTime() > deadline) {
                fail("after %s not all of %s fire; alerts: %s", FIRE, MUST_FIRE, prometheus.alerts());
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private static Set<String> firing() throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode alert : prometheus.alerts()) {
            if (alert.path("state").asText().equals("firing")
                    && alert.at("/labels/scenario").asText().equals(SICK)) {
                names.add(alert.at("/labels/alertname").asText());
            }
        }
        return names;
    }

    /** Starts a simulated host and returns Prometheus' words for it. */
    private static String target(String scenario) throws IOException {
        String address = "127.0.0.1:" + RunningProcess.freePort();
        RunningProcess host = PackagedJar.start("demo", "--scenario", scenario, "--web.listen-address", address);
        STARTED.add(host);
        host.awaitOk(URI.create("http://" + address + "/-/ready"), START);
        return """
                  - targets: ["%s"]
                    labels: {scenario: %s}
            """.formatted(address, scenario);
    }

    private static String configuration(String targets) {
        return """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ["%s"]
            scrape_configs:
              - job_name: rolemeter
                static_configs:
            %s""".formatted(Path.of("config", "rolemeter.rules.yml").toAbsolutePath(), targets);
    }
}
