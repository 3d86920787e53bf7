package io.rolemeter.machine;

import java.io.IOException;
import java.time.Duration;

/** A real Prometheus in the machine, with the rules that the package brings. */
final class ScrapingPrometheus {
    private ScrapingPrometheus() {}

    static void start(Machine machine) throws IOException {
        machine.sh("""
                cat > /run/prometheus.yml <<'YAML'
                global: { scrape_interval: 5s, evaluation_interval: 5s }
                rule_files: [/usr/share/rolemeter/rolemeter.rules.yml]
                scrape_configs:
                  - job_name: rolemeter
                    static_configs: [{ targets: ["127.0.0.1:10169"] }]
                YAML
                systemd-run --quiet --unit=test-prometheus prometheus --config.file=/run/prometheus.yml \\
                    --storage.tsdb.path=/run/prometheus --web.listen-address=127.0.0.1:9090""");
    }

    static void awaitFiring(Machine machine, String alert, Duration limit) throws IOException {
        machine.await(
                "curl -sf http://127.0.0.1:9090/api/v1/alerts | tr '{' '\\n' | grep -A9 '\"alertname\":\"" + alert
                        + "\"' | grep '\"state\":\"firing\"'",
                limit);
    }
}
