package io.rolemeter.publish.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.CollectorRegistry;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.Telemetry;
import io.rolemeter.publish.Publisher;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Everything that a scrape shows; see the {@code *Families} and {@link RequestMeters} for what that looks like. */
public final class Metrics implements Publisher, Telemetry {
    private final CollectorRegistry collectors = new CollectorRegistry();
    private final DiagnosisCollector diagnosisCollector;
    private final RequestMeters requests;
    private final AtomicLong edition = new AtomicLong();
    private volatile boolean lastReloadSuccessful = true;

    /** Shows {@code first} until another diagnosis is published. */
    public Metrics(BuildInfo build, Diagnosis first) {
        diagnosisCollector = new DiagnosisCollector(first);
        collectors.register(diagnosisCollector);
        collectors.register(new Collector() {
            @Override
            public List<MetricFamilySamples> collect() {
                return ProgramFamilies.of(build, lastReloadSuccessful)
                        .map(Family::samples)
                        .toList();
            }
        });
        requests = new RequestMeters(registry(collectors));
    }

    /** The registry over the simpleclient, of which Micrometer's 1.16 line is the last: to be replaced here and nowhere else. */
    @SuppressWarnings("deprecation")
    private static MeterRegistry registry(CollectorRegistry collectors) {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, collectors, Clock.SYSTEM);
    }

    @Override
    public void publish(Diagnosis diagnosis) {
        diagnosisCollector.publish(diagnosis);
        edition.incrementAndGet();
    }

    @Override
    public void imdsRequest(Duration took, Optional<ImdsFailure> failure) {
        requests.imdsRequest(took, failure);
        edition.incrementAndGet();
    }

    @Override
    public void awsRequest(String service) {
        requests.awsRequest(service);
        edition.incrementAndGet();
    }

    /** Whether the configuration that was last read is the one in effect; true until said otherwise. */
    public void configurationReloaded(boolean successful) {
        lastReloadSuccessful = successful;
        edition.incrementAndGet();
    }

    /** Changes whenever what a scrape shows has changed: of two scrapes between which it did not, the first serves for both. */
    public long edition() {
        return edition.get();
    }

    /** All series, ordered by name; from memory. */
    public String scrape(Exposition exposition) {
        return exposition.write(Collections.list(collectors.metricFamilySamples()).stream()
                .filter(family -> !family.samples.isEmpty())
                .filter(family -> !isMaximumOfATimer(family))
                .sorted(Comparator.comparing(family -> family.name))
                .toList());
    }

    /** Micrometer adds a decaying maximum to each timer, which the histogram tells better. */
    private static boolean isMaximumOfATimer(MetricFamilySamples family) {
        return family.name.endsWith("_max");
    }
}
