package io.rolemeter.demo;

/** The EC2 side of a scenario: the metadata service, the profile behind it, and the role's sessions and rights. */
record Instance(MetadataAccess metadata, Profile profile, Rotation rotation, Policy rolePolicy) {

    /** An instance with IMDSv2 and the least role, whose credentials rotate hourly. */
    static Instance with(Profile profile) {
        return new Instance(MetadataAccess.TOKEN_REQUIRED, profile, Rotation.hourly(), Policies.LEAST_ROLE);
    }

    Instance rotating(Rotation other) {
        return new Instance(metadata, profile, other, rolePolicy);
    }

    Instance reachedBy(MetadataAccess other) {
        return new Instance(other, profile, rotation, rolePolicy);
    }
}
