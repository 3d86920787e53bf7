package io.rolemeter.publish.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.ImdsFailure;
import io.rolemeter.publish.Golden;
import io.rolemeter.publish.Hosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final BuildInfo BUILD = new BuildInfo("0.1.0", "1a2b3c4", "17.0.15");

    @Test
    void aScrapeOfAShadowedRole() throws IOException {
        Golden.compare(shadowed().scrape(Exposition.TEXT), "metrics.txt");
    }

    @Test
    void theSameAsOpenMetrics() throws IOException {
        Golden.compare(shadowed().scrape(Exposition.OPEN_METRICS), "metrics.openmetrics.txt");
    }

    @Test
    void aScrapeBeforeTheFirstCycle() throws IOException {
        Golden.compare(new Metrics(BUILD, Hosts.unknown()).scrape(Exposition.TEXT), "metrics.unknown.txt");
    }

    @Test
    void whatHasVanishedFromTheFactsVanishesFromTheScrape() {
        Metrics metrics = shadowed();
        metrics.publish(Hosts.unknown());

        assertThat(metrics.scrape(Exposition.TEXT))
                .doesNotContain("rolemeter_probe_", "rolemeter_static_keys", "credentials_expiry", "backend-role");
    }

    @Test
    void aRefusedConfigurationShows() {
        Metrics metrics = shadowed();
        metrics.configurationReloaded(false);

        assertThat(metrics.scrape(Exposition.TEXT)).contains("\nrolemeter_config_last_reload_successful 0.0\n");
    }

    @Test
    void anUnmetExpectationOfAnUnidentifiedCallerIsZero() {
        Metrics metrics = new Metrics(BUILD, Hosts.unidentified());

        assertThat(metrics.scrape(Exposition.TEXT))
                .contains("rolemeter_caller_expected{subject=\"default_chain\",} 0.0")
                .contains("rolemeter_caller_kind{subject=\"default_chain\",kind=\"unknown\",} 1.0")
                .doesNotContain("rolemeter_caller_identity_info");
    }

    @Test
    void labelValuesAreBoundedAndValid() {
        Metrics metrics = new Metrics(BUILD, Hosts.saying("a\u001b[31m\"\\\n\ud800<b>" + "x".repeat(10_000)));
        String scrape = metrics.scrape(Exposition.TEXT);

        assertThat(scrape)
                .contains("probe=\"a\ufffd[31m\\\"\\\\\ufffd\ufffd<b>xxx")
                .doesNotContain("\u001b");
        assertThat(new String(scrape.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(scrape);
        assertThat(scrape.lines()).allMatch(line -> line.length() < 2000);
    }

    private static Metrics shadowed() {
        Metrics metrics = new Metrics(BUILD, Hosts.unknown());
        metrics.publish(Hosts.shadowed());
        metrics.imdsRequest(Duration.ofMillis(2), Optional.empty());
        metrics.imdsRequest(Duration.ofSeconds(1), Optional.of(ImdsFailure.TIMEOUT));
        metrics.awsRequest("sts");
        metrics.awsRequest("s3");
        metrics.awsRequest("s3");
        return metrics;
    }
}
