package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Command;
import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The metadata service answers, and has no role to give. While old credentials still work, {@link ProfileDeleted} speaks. */
public final class RoleMissing implements Rule {
    private static final String SUBJECT = "instance_profile";
    private static final String WAIT =
            "Then wait for the next refresh, or disassociate and associate the profile to force"
                    + " one; nothing needs to be stopped or restarted.";

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts
                .role()
                .filter(role -> !ProfileDeleted.countingDown(role))
                .flatMap(role -> draft(role)
                        .map(draft -> draft.because(role.detail())
                                .because(role.session()
                                        .map(session -> "credentials in hand work until "
                                                + Times.when(session.expiresAt(), now)))
                                .at(now)))
                .stream()
                .toList();
    }

    private static Optional<Draft> draft(RoleFact role) {
        return switch (role.state()) {
            case ABSENT ->
                Optional.of(Draft.critical(FindingCode.NO_INSTANCE_PROFILE, SUBJECT)
                        .remedy("Associate an instance profile; the instance may be running: "
                                + Command.of("aws ec2 associate-iam-instance-profile --instance-id " + instance(role)
                                        + " --iam-instance-profile Name=PROFILE")));
            case PROFILE_WITHOUT_ROLE ->
                Optional.of(Draft.critical(FindingCode.PROFILE_WITHOUT_ROLE, SUBJECT)
                        .remedy("Put the role into the profile: `aws iam add-role-to-instance-profile"
                                + " --instance-profile-name PROFILE --role-name ROLE`")
                        .remedy(WAIT));
            case PROFILE_NOT_FOUND ->
                Optional.of(Draft.critical(FindingCode.PROFILE_NOT_FOUND, SUBJECT)
                        .remedy("Associate a profile that exists. One that was re-created under the old name is another"
                                + " profile: it has to be associated again."));
            case TRUST_DENIED ->
                Optional.of(Draft.critical(FindingCode.TRUST_POLICY_DENIES_EC2, SUBJECT)
                        .remedy("Let ec2.amazonaws.com assume the role in its trust policy, without a condition that"
                                + " this instance does not meet.")
                        .remedy(WAIT));
            default -> Optional.empty();
        };
    }

    private static String instance(RoleFact role) {
        return role.identity()
                .map(identity -> Command.word(identity.instanceId()))
                .orElse("INSTANCE");
    }
}
