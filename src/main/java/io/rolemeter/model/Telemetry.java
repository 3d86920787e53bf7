package io.rolemeter.model;

import java.time.Duration;
import java.util.Optional;

/** Hears of every request that this program makes; must be quick and never throw. */
public interface Telemetry {
    /** One HTTP exchange with the metadata service; {@code failure} is empty when it gave what was asked for. */
    void imdsRequest(Duration took, Optional<ImdsFailure> failure);

    /** One HTTP request to an AWS service, {@code service} as its endpoint calls it: {@code sts}, {@code s3}. */
    void awsRequest(String service);

    /** Hears and forgets. */
    Telemetry NONE = new Telemetry() {
        @Override
        public void imdsRequest(Duration took, Optional<ImdsFailure> failure) {}

        @Override
        public void awsRequest(String service) {}
    };
}
