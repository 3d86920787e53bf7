package io.rolemeter.demo.services;

/** The EC2 side of a scenario: the metadata service, the profile behind it, and the rhythm of its credentials. */
public record Instance(MetadataAccess metadata, Profile profile, Rotation rotation) {

    /** An instance with IMDSv2, whose credentials rotate hourly. */
    public static Instance with(Profile profile) {
        return new Instance(MetadataAccess.TOKEN_REQUIRED, profile, Rotation.hourly());
    }

    /** The same instance with another rotation. */
    public Instance rotating(Rotation other) {
        return new Instance(metadata, profile, other);
    }

    /** The same instance with another way to its metadata service. */
    public Instance reachedBy(MetadataAccess other) {
        return new Instance(other, profile, rotation);
    }
}
