package io.rolemeter.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.publish.Hosts;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Exposition;
import io.rolemeter.publish.metrics.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScrapePagesTest {
    private final Metrics metrics = new Metrics(new BuildInfo("0.1.0", "1a2b3c4", "17.0.15"), Hosts.shadowed());
    private final ScrapePages pages = new ScrapePages(metrics);

    @Test
    void aPageServesUntilSomethingChanges() {
        Body page = pages.answer(Exposition.TEXT).body();

        assertThat(pages.answer(Exposition.TEXT).body()).isSameAs(page);
        assertThat(page.compressed()).isSameAs(page.compressed());
        assertThat(pages.answer(Exposition.OPEN_METRICS).contentType()).contains("openmetrics");
    }

    @Test
    void whateverAScrapeShowsMakesANewPage() {
        List<Runnable> changes = List.of(
                () -> metrics.publish(Hosts.unknown()),
                () -> metrics.configurationReloaded(false),
                () -> metrics.awsRequest("sts"),
                () -> metrics.imdsRequest(Duration.ofMillis(3), Optional.empty()));
        for (Runnable change : changes) {
            pages.answer(Exposition.TEXT);
            change.run();

            assertThat(new String(pages.answer(Exposition.TEXT).body().plain(), StandardCharsets.UTF_8))
                    .isEqualTo(metrics.scrape(Exposition.TEXT));
        }
    }
}
