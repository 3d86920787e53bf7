package io.rolemeter.publish.metrics;

import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Diagnosis;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the facts can be trusted.
 *
 * <pre>
 * rolemeter_collector_duration_seconds{collector="role",} 0.012
 * rolemeter_collector_interval_seconds{collector="role",} 15.0
 * rolemeter_collector_last_success_timestamp_seconds{collector="role",} 1.7637192E9
 * rolemeter_collector_up{collector="role",} 1.0
 * </pre>
 */
final class CollectorFamilies {
    private static final String COLLECTOR = "collector";

    private CollectorFamilies() {}

    static Stream<Family> of(Diagnosis diagnosis) {
        Family up = Family.gauge(
                "collector_up",
                "1 when the last run went through and its facts are younger than three intervals; else 0.",
                COLLECTOR);
        Family took = Family.gauge("collector_duration_seconds", "How long the last run took, in seconds.", COLLECTOR);
        Family interval = Family.gauge(
                "collector_interval_seconds", "How often the collector is configured to run, in seconds.", COLLECTOR);
        Family lastSuccess = Family.gauge(
                "collector_last_success_timestamp_seconds",
                "When the last successful run ended, in Unix seconds; 0 for never.",
                COLLECTOR);
        for (CollectorName name : CollectorName.values()) {
            Optional<CollectorRun> run = diagnosis.facts().run(name);
            up.add(run.map(last -> last.trusted(diagnosis.at())).orElse(false), name.label());
            run.ifPresent(last -> {
                took.add(last.took(), name.label());
                interval.add(last.interval(), name.label());
            });
            lastSuccess.addOrNever(run.flatMap(CollectorRun::lastSuccess), name.label());
        }
        return Stream.of(up, took, interval, lastSuccess);
    }
}
