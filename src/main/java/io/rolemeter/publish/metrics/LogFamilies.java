package io.rolemeter.publish.metrics;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.LogError;
import java.util.stream.Stream;

/**
 * What programs complain of in their logs.
 *
 * <pre>
 * rolemeter_log_credential_errors_total{error="expired_token",} 3.0
 * </pre>
 */
final class LogFamilies {
    private LogFamilies() {}

    static Stream<Family> of(Diagnosis diagnosis) {
        Family errors = Family.counter(
                "log_credential_errors_total",
                "Credential errors seen in the watched logs, by kind: at the first look those since each program was last"
                        + " started, then every new one.",
                "error");
        for (LogError error : LogError.values()) {
            long count = diagnosis
                    .facts()
                    .logs()
                    .map(fact -> fact.totals().getOrDefault(error, 0L))
                    .orElse(0L);
            errors.add(count, error.label());
        }
        return Stream.of(errors);
    }
}
