package io.rolemeter.publish.metrics;

import io.prometheus.client.Collector;
import io.rolemeter.model.Diagnosis;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The series of the current diagnosis: worked out when it is published, so that a scrape only reads them. */
final class DiagnosisCollector extends Collector {
    private static final List<Function<Diagnosis, Stream<Family>>> FAMILIES = List.of(
            CallerFamilies::of,
            CollectorFamilies::of,
            KeyFamilies::of,
            LogFamilies::of,
            ProbeFamilies::of,
            RoleFamilies::of,
            VerdictFamilies::of,
            WorkloadFamilies::of);

    private volatile List<MetricFamilySamples> current;

    DiagnosisCollector(Diagnosis first) {
        current = seriesOf(first);
    }

    void publish(Diagnosis diagnosis) {
        current = seriesOf(diagnosis);
    }

    private static List<MetricFamilySamples> seriesOf(Diagnosis diagnosis) {
        return FAMILIES.stream()
                .flatMap(families -> families.apply(diagnosis))
                .map(Family::samples)
                .toList();
    }

    @Override
    public List<MetricFamilySamples> collect() {
        return current;
    }
}
