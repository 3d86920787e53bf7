package io.rolemeter.publish.metrics;

import io.prometheus.client.Collector;
import io.rolemeter.model.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The series of the current diagnosis: worked out when the first scrape asks for them, since most diagnoses are never asked for. */
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

    private volatile Diagnosis current;
    private volatile Optional<Written> written = Optional.empty();

    private record Written(Diagnosis of, List<MetricFamilySamples> series) {}

    DiagnosisCollector(Diagnosis first) {
        current = first;
    }

    void publish(Diagnosis diagnosis) {
        current = diagnosis;
    }

    private static List<MetricFamilySamples> seriesOf(Diagnosis diagnosis) {
        return FAMILIES.stream()
                .flatMap(families -> families.apply(diagnosis))
                .map(Family::samples)
                .toList();
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Diagnosis asked = current;
        Optional<Written> known = written.filter(before -> before.of().equals(asked));
        Written series = known.orElseGet(() -> new Written(asked, seriesOf(asked)));
        written = Optional.of(series);
        return series.series();
    }
}
