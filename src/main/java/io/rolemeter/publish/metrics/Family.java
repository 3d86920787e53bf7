package io.rolemeter.publish.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.rolemeter.model.Labelled;
import io.rolemeter.publish.HostText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One metric with its series, being filled.
 *
 * <p>Label values are cut to {@value #MAX_LABEL_LENGTH} characters. Of two series with the same labels the first stays:
 * Prometheus refuses a whole scrape for one double.
 */
final class Family {
    static final int MAX_LABEL_LENGTH = 256;
    private static final String PREFIX = "rolemeter_";
    private static final double NANOS = 1e9;

    private final String name;
    private final Collector.Type type;
    private final String help;
    private final List<String> labels;
    private final Map<List<String>, Double> series = new LinkedHashMap<>();

    private Family(String name, Collector.Type type, String help, String... labels) {
        this.name = PREFIX + name;
        this.type = type;
        this.help = help;
        this.labels = List.of(labels);
    }

    static Family gauge(String name, String help, String... labels) {
        return new Family(name, Collector.Type.GAUGE, help, labels);
    }

    /** A counter that somebody else counts; {@code name} ends in {@code _total}. */
    static Family counter(String name, String help, String... labels) {
        return new Family(name, Collector.Type.COUNTER, help, labels);
    }

    /** A gauge that is always 1 and tells by its labels; {@code name} ends in {@code _info}. */
    static Family info(String name, String help, String... labels) {
        return new Family(name, Collector.Type.INFO, help, labels);
    }

    Family add(double value, String... labelValues) {
        List<String> bounded = new ArrayList<>(labelValues.length);
        for (String labelValue : labelValues) {
            bounded.add(HostText.line(labelValue, MAX_LABEL_LENGTH));
        }
        series.putIfAbsent(List.copyOf(bounded), value);
        return this;
    }

    /** A count; far below the size at which a double would round it. */
    Family add(long value, String... labelValues) {
        return add((double) value, labelValues);
    }

    Family add(boolean value, String... labelValues) {
        return add(value ? 1L : 0L, labelValues);
    }

    Family add(Duration value, String... labelValues) {
        return add(value.toSeconds() + value.toNanosPart() / NANOS, labelValues);
    }

    Family add(Instant value, String... labelValues) {
        return add(value.getEpochSecond() + value.getNano() / NANOS, labelValues);
    }

    /** The moment, or 0 for never. */
    Family addOrNever(Optional<Instant> value, String... labelValues) {
        return add(value.orElse(Instant.EPOCH), labelValues);
    }

    /** One series for each state, of which only the current is 1; the state is the last label. */
    <S extends Labelled> Family addStates(S[] states, S current, String... labelValues) {
        for (S state : states) {
            String[] all = java.util.Arrays.copyOf(labelValues, labelValues.length + 1);
            all[labelValues.length] = state.label();
            add(state == current, all);
        }
        return this;
    }

    MetricFamilySamples samples() {
        List<Sample> samples = new ArrayList<>(series.size());
        series.forEach((labelValues, value) -> samples.add(new Sample(name, labels, labelValues, value)));
        String unit = name.endsWith("_seconds") ? "seconds" : "";
        return new MetricFamilySamples(name, unit, type, help, samples);
    }
}
