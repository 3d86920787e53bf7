package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.RoleFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The metadata service answers, and has no role to give. While old credentials still work, {@link ProfileDeleted} speaks. */
public final class RoleMissing implements Rule {
    private static final String SUBJECT = "instance_profile";
    private static final String WAIT =
            "Then wait for the next refresh, or force one, which nothing has to be stopped for.";

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts
                .role()
                .filter(role -> !ProfileDeleted.countingDown(facts, now))
                .flatMap(role -> draft(role, facts)
                        .map(draft -> draft.because(InHand.workUntil(facts, now)
                                        .map(end -> "credentials in hand work until " + end))
                                .at(now)))
                .stream()
                .toList();
    }

    private static Optional<Draft> draft(RoleFact role, Facts facts) {
        OwnInstance own = OwnInstance.of(facts);
        return switch (role.state()) {
            case ABSENT ->
                Optional.of(critical(FindingCode.NO_INSTANCE_PROFILE, role)
                        .remedy("Associate an instance profile; the instance may be running.")
                        .command(own.associate()));
            case PROFILE_WITHOUT_ROLE ->
                Optional.of(critical(FindingCode.PROFILE_WITHOUT_ROLE, role)
                        .remedy("Put the role into the profile.")
                        .command(own.addRole())
                        .remedy(
                                "If the role is in it, the profile was re-created under its name, and has to be associated again. "
                                        + WAIT)
                        .command(own.associateAnew()));
            case PROFILE_NOT_FOUND ->
                Optional.of(critical(FindingCode.PROFILE_NOT_FOUND, role)
                        .remedy("Associate a profile that exists. One that was re-created under the old name is another"
                                + " profile: it has to be associated again.")
                        .command(own.associateAnew()));
            case TRUST_DENIED -> Optional.of(trust(critical(FindingCode.TRUST_POLICY_DENIES_EC2, role), own));
            case ATTACHED ->
                refused(facts)
                        .map(detail -> trust(
                                critical(FindingCode.TRUST_POLICY_DENIES_EC2, role)
                                        .because(
                                                "the role was deleted, perhaps re-created: AWS refuses its credentials, which have not"
                                                        + " ended: " + detail),
                                own));
            default -> Optional.empty();
        };
    }

    private static Draft critical(FindingCode code, RoleFact role) {
        return Draft.critical(code, SUBJECT).because(role.detail());
    }

    private static Draft trust(Draft draft, OwnInstance own) {
        return draft.remedy("See whether the role is there, and whom it trusts.")
                .command(own.showTrust())
                .remedy(
                        "Let ec2.amazonaws.com do sts:AssumeRole in that policy, without a condition that this instance does"
                                + " not meet. A role that was re-created has to be put into its profile again.")
                .remedy(WAIT)
                .command(own.associateAnew());
    }

    /** STS does not know the key of credentials that the metadata service has just handed out. */
    private static Optional<String> refused(Facts facts) {
        return InHand.refusal(facts)
                .filter(unknown -> unknown.reason() == FailureReason.INVALID_KEY)
                .map(CallerAnswer.Unidentified::detail);
    }
}
