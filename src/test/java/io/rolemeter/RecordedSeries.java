package io.rolemeter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What hosts exported over hours, from one scrape for each stretch of time, in the words of {@code promtool test rules}. Moments
 * are moved so that the first stretch begins at zero; those of the last minutes go on as they would while the host lives.
 */
final class RecordedSeries {
    static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Instant start;
    private final Map<String, StringBuilder> values = new LinkedHashMap<>();
    private final Map<String, Long> written = new LinkedHashMap<>();
    private long samples;

    RecordedSeries(Instant start) {
        this.start = start;
    }

    /** Lets each host go on like that, until its next scrape; whatever is not scraped now is gone. */
    void stretch(Map<String, String> scrapes, Instant at, Duration length) {
        long count = length.dividedBy(INTERVAL);
        Set<String> seen = new HashSet<>();
        scrapes.forEach((host, scrape) -> {
            add("up{job=\"rolemeter\",instance=\"" + host + "\"}", "1x" + (count - 1));
            scrape.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        int space = line.lastIndexOf(' ');
                        String series = labelled(line.substring(0, space), host);
                        if (seen.add(series)) {
                            add(
                                    series,
                                    value(line.substring(0, space), line.substring(space + 1), at) + "x" + (count - 1));
                        }
                    });
        });
        samples += count;
    }

    private static String labelled(String series, String host) {
        String labels = "job=\"rolemeter\",instance=\"" + host + "\"";
        int brace = series.indexOf('{');
        return brace < 0
                ? series + "{" + labels + "}"
                : series.substring(0, brace + 1) + labels + "," + series.substring(brace + 1);
    }

    private String value(String series, String text, Instant at) {
        if (!series.contains("_timestamp_seconds")) {
            return text;
        }
        double moment = Double.parseDouble(text) - start.getEpochSecond();
        boolean recent =
                Math.abs(Double.parseDouble(text) - at.getEpochSecond()) < 600 && !series.contains("credentials");
        return recent ? moment + "+" + INTERVAL.toSeconds() : Double.toString(moment);
    }

    private void add(String series, String run) {
        StringBuilder text = values.computeIfAbsent(series, name -> new StringBuilder());
        long gap = samples - written.getOrDefault(series, 0L);
        if (gap > 0) {
            text.append("_x").append(gap).append(' ');
        }
        text.append(run).append(' ');
        written.put(series, samples + 1 + Long.parseLong(run.substring(run.lastIndexOf('x') + 1)));
    }

    /** A file for {@code promtool test rules}: at these moments exactly these alerts fire, as {@code host alert}. */
    String test(String rules, Map<Duration, Set<String>> firing) {
        List<String> lines = new ArrayList<>(List.of(
                "rule_files: ['" + rules + "']",
                "evaluation_interval: 30s",
                "tests:",
                "- interval: 30s",
                "  input_series:"));
        values.forEach((series, text) -> {
            lines.add("  - series: '" + series.replace("'", "''") + "'");
            lines.add("    values: '" + text.toString().strip() + "'");
        });
        lines.add("  promql_expr_test:");
        firing.forEach((at, alerts) -> {
            lines.add("  - expr: 'group by (instance, alertname) (ALERTS{alertstate=\"firing\"})'");
            lines.add("    eval_time: " + at.toSeconds() + "s");
            lines.add("    exp_samples: "
                    + alerts.stream().map(RecordedSeries::sample).collect(Collectors.joining(", ", "[", "]")));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String sample(String alert) {
        String[] words = alert.split(" ", 2);
        return "{labels: '{instance=\"" + words[0] + "\",alertname=\"" + words[1] + "\"}', value: 1}";
    }
}
