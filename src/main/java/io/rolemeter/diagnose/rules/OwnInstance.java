package io.rolemeter.diagnose.rules;

import io.rolemeter.model.Facts;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.Past;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * This instance's own names, for commands that can be pasted. What is not known stands in capitals; what has other characters
 * than AWS allows in such a name counts as not known, since a shell would run it.
 */
record OwnInstance(String id, Optional<String> region, String profile, String role) {
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,128}");

    static OwnInstance of(Facts facts) {
        Optional<RoleFact> role = facts.role();
        Optional<InstanceIdentity> identity = role.flatMap(RoleFact::identity);
        return new OwnInstance(
                name(identity.map(InstanceIdentity::instanceId), "INSTANCE"),
                identity.map(InstanceIdentity::region).filter(NAME.asMatchPredicate()),
                name(
                        role.flatMap(RoleFact::profile)
                                .map(InstanceProfile::arn)
                                .or(() -> facts.past().issue().map(Past.Issue::profileArn))
                                .map(arn -> arn.substring(arn.lastIndexOf('/') + 1)),
                        "PROFILE"),
                name(
                        role.flatMap(RoleFact::session)
                                .map(RoleSession::role)
                                .or(() -> role.flatMap(RoleFact::profile).flatMap(InstanceProfile::role))
                                .or(() -> facts.expectations().role()),
                        "ROLE"));
    }

    private static String name(Optional<String> known, String unknown) {
        return known.filter(NAME.asMatchPredicate()).orElse(unknown);
    }

    /** Where no profile is associated. */
    String associate() {
        return ec2("associate-iam-instance-profile") + " --instance-id " + id + " --iam-instance-profile Name="
                + profile;
    }

    /** Where one is: forces new credentials, also of a profile that was re-created under its old name. */
    String associateAnew() {
        return ec2("disassociate-iam-instance-profile") + " --association-id \"$("
                + ec2("describe-iam-instance-profile-associations") + " --filters Name=instance-id,Values=" + id
                + " --query 'IamInstanceProfileAssociations[0].AssociationId' --output text)\" && " + associate();
    }

    String metadataOptions(String options) {
        return ec2("modify-instance-metadata-options") + " --instance-id " + id + " " + options;
    }

    /** Shows whether the profile is there, and which role is in it. */
    String showProfile() {
        return "aws iam get-instance-profile --instance-profile-name " + profile;
    }

    String addRole() {
        return "aws iam add-role-to-instance-profile --instance-profile-name " + profile + " --role-name " + role;
    }

    /** Shows whether the role is there, and whom it trusts. */
    String showTrust() {
        return "aws iam get-role --role-name " + role + " --query Role.AssumeRolePolicyDocument";
    }

    private String ec2(String command) {
        return "aws ec2 " + command + region.map(name -> " --region " + name).orElse("");
    }
}
