package io.rolemeter.publish.metrics;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.ImdsV1;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleState;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The role of this instance and the life of its credentials.
 *
 * <pre>
 * rolemeter_credentials_expiry_timestamp_seconds 1.76374098E9
 * rolemeter_credentials_rotations_total 3.0
 * rolemeter_imds_up 1.0
 * rolemeter_instance_profile_info{profile_arn="arn:aws:iam::…",profile_id="AIPA…",role="backend-role",} 1.0
 * rolemeter_role_state{state="attached",} 1.0
 * </pre>
 */
final class RoleFamilies {
    private RoleFamilies() {}

    static Stream<Family> of(Diagnosis diagnosis) {
        Optional<RoleFact> role = diagnosis.facts().role();
        return Stream.concat(metadataService(role), credentials(role));
    }

    private static Stream<Family> metadataService(Optional<RoleFact> role) {
        Family imdsUp = Family.gauge("imds_up", "1 when the metadata service answered the last poll; else 0.")
                .add(role.map(fact -> fact.imds().up()).orElse(false));
        Family imdsV1 = Family.gauge(
                "imds_v1_enabled",
                "1 when the metadata service answers requests without a token, 0 when it refuses them;"
                        + " absent when not known.");
        role.map(fact -> fact.imds().v1())
                .filter(v1 -> v1 != ImdsV1.UNKNOWN)
                .ifPresent(v1 -> imdsV1.add(v1 == ImdsV1.ANSWERED));
        Family instance = Family.info(
                "instance_info",
                "Who this instance is, as its identity document says.",
                "instance_id",
                "account_id",
                "aws_region",
                "availability_zone",
                "partition");
        role.flatMap(RoleFact::identity)
                .ifPresent(identity -> instance.add(
                        1,
                        identity.instanceId(),
                        identity.accountId(),
                        identity.region(),
                        identity.availabilityZone(),
                        identity.partition()));
        return Stream.of(imdsUp, imdsV1, instance);
    }

    private static Stream<Family> credentials(Optional<RoleFact> role) {
        Family state = Family.gauge(
                        "role_state",
                        "What the metadata service says about the role of this instance: exactly one state is 1.",
                        "state")
                .addStates(RoleState.values(), role.map(RoleFact::state).orElse(RoleState.UNKNOWN));
        Family profile = Family.info(
                "instance_profile_info",
                "The instance profile that the metadata service names; role is empty when it contains none.",
                "profile_arn",
                "profile_id",
                "role");
        role.flatMap(RoleFact::profile)
                .ifPresent(named ->
                        profile.add(1, named.arn(), named.id(), named.role().orElse("")));
        Family expiry = Family.gauge(
                "credentials_expiry_timestamp_seconds",
                "When the credentials of the role expire, in Unix seconds; absent when there are none.");
        Family issued = Family.gauge(
                "credentials_issued_timestamp_seconds",
                "When the credentials of the role were issued, in Unix seconds; absent when there are none.");
        role.flatMap(RoleFact::session).ifPresent(session -> {
            expiry.add(session.expiresAt());
            issued.add(session.issuedAt());
        });
        Family rotations = Family.counter(
                        "credentials_rotations_total", "New credentials of the role that were seen since the start.")
                .add(role.map(fact -> fact.imds().rotations()).orElse(0L));
        return Stream.of(state, profile, expiry, issued, rotations);
    }
}
