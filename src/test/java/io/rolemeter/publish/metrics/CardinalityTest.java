package io.rolemeter.publish.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.publish.Fleet;
import io.rolemeter.publish.Hosts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one host costs in a Prometheus that watches thousands. */
class CardinalityTest {
    private static final int MOST = 300;

    @Test
    void aLargeHostHasAtMostThreeHundredSeries() {
        List<String> series = series(true);

        assertThat(series.size())
                .as("series, with all places, 20 workloads and 20 probes")
                .isLessThanOrEqualTo(MOST)
                .isGreaterThan(MOST - 50);
    }

    /** Keys of each exposure in each place, none of which can be read whole, and no probe that passes: nothing grows beyond. */
    @Test
    void aHostWithWhichEverythingIsWrongIsBounded() {
        assertThat(series(false).size()).isLessThanOrEqualTo(MOST + MOST / 2);
    }

    private static List<String> series(boolean ordinary) {
        Metrics metrics = new Metrics(new BuildInfo("0.1.0", "1a2b3c4", "17.0.15"), Hosts.unknown());
        metrics.publish(Fleet.largeHost(ordinary));
        List.of("sts", "s3", "kinesisvideo", "bedrock-runtime", "iam", "ec2").forEach(metrics::awsRequest);
        return metrics.scrape(Exposition.TEXT)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }
}
