package io.rolemeter.publish.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.Telemetry;
import io.rolemeter.publish.HostText;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the program itself asks of the metadata service and of AWS.
 *
 * <pre>
 * rolemeter_aws_requests_total{aws_service="sts",} 4.0
 * rolemeter_imds_request_duration_seconds_bucket{le="0.005",} 118.0
 * rolemeter_imds_request_failures_total{reason="timeout",} 0.0
 * rolemeter_imds_requests_total 120.0
 * </pre>
 */
final class RequestMeters implements Telemetry {
    private static final Duration[] BUCKETS =
            Stream.of(5, 50, 500, 2500).map(Duration::ofMillis).toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Counter imdsRequests;
    private final Timer imdsDuration;
    private final Map<ImdsFailure, Counter> imdsFailures = new EnumMap<>(ImdsFailure.class);

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
        imdsRequests = Counter.builder("rolemeter.imds.requests")
                .description("Requests to the metadata service since the start.")
                .register(registry);
        imdsDuration = Timer.builder("rolemeter.imds.request.duration")
                .description("How long the metadata service took to answer, in seconds.")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        for (ImdsFailure reason : ImdsFailure.values()) {
            imdsFailures.put(
                    reason,
                    Counter.builder("rolemeter.imds.request.failures")
                            .description("Requests to the metadata service that gave nothing, since the start.")
                            .tag("reason", reason.label())
                            .register(registry));
        }
        awsRequests("sts");
        awsRequests("s3");
    }

    @Override
    public void imdsRequest(Duration took, Optional<ImdsFailure> failure) {
        imdsRequests.increment();
        imdsDuration.record(took);
        failure.map(imdsFailures::get).ifPresent(Counter::increment);
    }

    @Override
    public void awsRequest(String service) {
        awsRequests(service).increment();
    }

    private Counter awsRequests(String service) {
        return Counter.builder("rolemeter.aws.requests")
                .description("Requests to AWS since the start, by service: what this program itself costs.")
                .tag("aws_service", HostText.line(service, Family.MAX_LABEL_LENGTH))
                .register(registry);
    }
}
