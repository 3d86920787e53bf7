package io.rolemeter.model;

/** Who the instance is, from its signed identity document; {@code partition} as in {@code aws}, {@code aws-cn}. */
public record InstanceIdentity(
        String instanceId, String accountId, String region, String availabilityZone, String partition) {}
