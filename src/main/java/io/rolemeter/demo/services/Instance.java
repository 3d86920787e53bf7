package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Account;

/**
 * The EC2 side of a scenario: the metadata service, the profile behind it, and the rhythm of its credentials.
 *
 * @param session what the sessions of the role are named: the instance's id
 */
public record Instance(MetadataAccess metadata, Profile profile, Rotation rotation, String session) {

    /** An instance with IMDSv2, whose credentials rotate hourly. */
    public static Instance with(Profile profile) {
        return new Instance(MetadataAccess.TOKEN_REQUIRED, profile, Rotation.hourly(), Account.INSTANCE_ID);
    }

    /** The same instance with another rotation. */
    public Instance rotating(Rotation other) {
        return new Instance(metadata, profile, other, session);
    }

    /** The same instance with another way to its metadata service. */
    public Instance reachedBy(MetadataAccess other) {
        return new Instance(other, profile, rotation, session);
    }

    /** The same instance with the credentials of another one. */
    public Instance impersonating(String other) {
        return new Instance(metadata, profile, rotation, other);
    }
}
