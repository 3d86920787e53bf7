package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Scope;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import java.util.Optional;

/** The settings that all S3 probes have: {@code bucket}, {@code key}, and {@code region} where it is not the instance's. */
record S3Object(String bucket, String key, Optional<String> region) {
    static S3Object read(ProbeSettings settings) {
        Section own = settings.own();
        return new S3Object(own.required("bucket"), own.required("key"), own.text("region"));
    }

    /** What a policy must allow for an action on it. */
    Grant grant(String action, Scope scope) {
        return Grant.of(action, scope.unowned().arn("s3", bucket + "/" + key));
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
