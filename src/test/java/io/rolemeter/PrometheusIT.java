package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes simulated hosts, evaluates the shipped rules on them, and answers the queries of the shipped
 * dashboards. Intervals and windows of the rules are cut to a fifteenth, so that this takes seconds instead of minutes: the
 * tests in {@code src/test/prometheus} hold the shipped ones, on a clock that they move.
 */
class PrometheusIT {
    private static final String SHADOWED = "keys-shadow-role";
    private static final String NO_METADATA = "imds-down";
    private static final String HEALTHY = "full-smoke";
    private static final Set<String> MUST_FIRE = Set.of(
            SHADOWED + " RolemeterKeysShadowRole",
            SHADOWED + " RolemeterCallerIsIamUser",
            SHADOWED + " RolemeterStaticKeyLive",
            SHADOWED + " RolemeterPm2CachedEnvironment",
            NO_METADATA + " RolemeterImdsUnreachable",
            NO_METADATA + " RolemeterBlind");
    private static final Duration START = Duration.ofSeconds(60);
    /** The longest window of {@link #MUST_FIRE} is cut to 12 s; the rest is for a slow machine. */
    private static final Duration FIRE = Duration.ofSeconds(90);

    private static final Pattern WINDOW = Pattern.compile("(?m)^( +(?:for|keep_firing_for|interval): )(\\d+)([sm])$");
    private static final Pattern METRIC = Pattern.compile("(?:fleet:|instance:)?rolemeter_[a-z0-9_]+(?::[a-z]+)?");

    private static final List<AutoCloseable> STARTED = new ArrayList<>();

    private static PrometheusServer prometheus;
    private static long deadline;

    @BeforeAll
    static void watchTheHosts(@TempDir Path folder) throws IOException {
        Path binary = InstalledProgram.require("prometheus", "evaluate the alert rules");
        String targets = target(SHADOWED) + target(NO_METADATA) + target(HEALTHY);
        Path rules = Files.writeString(folder.resolve("rules.yml"), cut(read("config", "rolemeter.rules.yml")));
        prometheus = PrometheusServer.start(binary, configuration(rules, targets), folder);
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
    void whatIsWrongFiresAndEveryAlertNamesItsHost() throws IOException {
        awaitFiring();

        for (JsonNode alert : prometheus.alerts()) {
            String instance = alert.at("/labels/instance").asText();
            assertThat(alert.at("/annotations/summary").asText()).contains(instance);
            boolean unknown = alert.at("/labels/scenario").asText().equals(NO_METADATA);
            assertThat(alert.at("/annotations/identity").asText())
                    .contains(unknown ? "instance id not known" : "in account 111122223333");
            assertThat(alert.at("/annotations").toString()).doesNotContain("<error expanding template");
        }
    }

    /** An alert is pending from the first evaluation that finds it true, so "never pending" covers the longer windows too. */
    @Test
    void aHealthyHostIsNeverEvenPending() throws IOException {
        awaitFiring();

        assertThat(prometheus.query("present_over_time(ALERTS{scenario='full-smoke'}[10m])"))
                .isEmpty();
        assertThat(prometheus.query("min_over_time(up{scenario='full-smoke'}[10m]) == 1"))
                .as("the healthy host was scraped, without a gap")
                .hasSize(1);
        assertThat(prometheus.query("rolemeter_status{scenario='full-smoke',status='ok'} == 1"))
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

    @Test
    void everyMetricOfTheRulesAndTheDashboardsExists() throws IOException {
        awaitFiring();
        Set<String> existing = new TreeSet<>();
        prometheus
                .query("count by (__name__) (last_over_time({__name__=~'.*rolemeter_.+'}[10m]))")
                .forEach(series -> existing.add(series.at("/metric/__name__").asText()));
        Set<String> named = new TreeSet<>();
        Stream.of(
                        Stream.of(rulesWithoutComments()),
                        GrafanaDashboard.host().expressions(),
                        GrafanaDashboard.fleet().expressions())
                .flatMap(expressions -> expressions)
                .forEach(text -> METRIC.matcher(text).results().forEach(metric -> named.add(metric.group())));

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(existing).containsAll(named);
    }

    @Test
    void noPanelOfAHostIsEmptyOnAllOfThem() throws IOException {
        awaitFiring();
        List<Map<String, String>> hosts = new ArrayList<>();
        prometheus
                .query("rolemeter_build_info")
                .forEach(series -> hosts.add(Map.of(
                        "job",
                        "rolemeter",
                        "instance",
                        series.at("/metric/instance").asText())));

        assertThat(hosts).hasSize(3);
        assertThat(GrafanaDashboard.host().queries())
                .allSatisfy(query -> assertThat(hosts)
                        .as(query.toString())
                        .anySatisfy(host -> assertThat(values(query.with(host))).isNotEmpty()));
    }

    @Test
    void noPanelOfAFleetIsEmpty() throws IOException {
        awaitFiring();
        Map<String, String> all = Map.of("job", ".*", "account", ".*", "region", ".*");

        assertThat(GrafanaDashboard.fleet().queries())
                .allSatisfy(query ->
                        assertThat(values(query.with(all))).as(query.toString()).isNotEmpty());
    }

    /** What a panel would draw: the numbers, without those that are none. */
    private static List<String> values(GrafanaDashboard.Query query) throws IOException {
        List<String> values = new ArrayList<>();
        prometheus
                .query(query.expression())
                .forEach(series -> values.add(series.at("/value/1").asText()));
        values.removeIf("NaN"::equals);
        return values;
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
        Set<String> firing = new TreeSet<>();
        for (JsonNode alert : prometheus.alerts()) {
            if (alert.path("state").asText().equals("firing")) {
                firing.add(alert.at("/labels/scenario").asText() + " "
                        + alert.at("/labels/alertname").asText());
            }
        }
        return firing;
    }

    /** Starts a simulated host and returns Prometheus' words for it. */
    private static String target(String scenario) throws IOException {
        String address = "127.0.0.1:" + RunningProcess.freePort();
        RunningProcess host = PackagedJar.start("demo", "--scenario", scenario, "--web.listen-address", address);
        STARTED.add(host);
        host.awaitOk(URI.create("http://" + address + "/-/ready"), START);
        return """
                  - targets: ["%s"]
                    labels: {scenario: %s, account: "111122223333", region: us-east-1}
            """.formatted(address, scenario);
    }

    private static String configuration(Path rules, String targets) {
        return """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ["%s"]
            scrape_configs:
              - job_name: rolemeter
                static_configs:
            %s""".formatted(rules.toAbsolutePath(), targets);
    }

    private static String cut(String rules) {
        return WINDOW.matcher(rules).replaceAll(window -> {
            int seconds = Integer.parseInt(window.group(2)) * (window.group(3).equals("m") ? 60 : 1);
            return window.group(1) + Math.max(1, seconds / 15) + "s";
        });
    }

    private static String rulesWithoutComments() {
        return read("config", "rolemeter.rules.yml").replaceAll("(?m)^ *#.*$", "");
    }

    private static String read(String first, String... more) {
        try {
            return Files.readString(Path.of(first, more));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
