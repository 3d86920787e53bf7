package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Command;
import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.Past;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The profile is gone and everything still works: until the session ends, hours later, when nobody remembers the deletion. */
public final class ProfileDeleted implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts.role().stream()
                .flatMap(role -> role
                        .session()
                        .filter(session -> now.isBefore(session.expiresAt()))
                        .flatMap(session ->
                                sign(role, session, facts.past(), now).map(sign -> finding(sign, session, facts, now)))
                        .stream())
                .toList();
    }

    /** Whether the credentials in hand are the last ones; then this rule speaks and not that of a missing role. */
    static boolean countingDown(Facts facts, Instant now) {
        return facts.role()
                .filter(role -> role.session()
                        .filter(session -> now.isBefore(session.expiresAt()))
                        .filter(session -> gone(role) || recreated(role, session, facts.past()))
                        .isPresent())
                .isPresent();
    }

    private static Optional<String> sign(RoleFact role, RoleSession session, Past past, Instant now) {
        if (gone(role)) {
            return Optional.of("role " + session.role() + " is still listed, and its credentials will not be renewed");
        }
        if (recreated(role, session, past)) {
            return Optional.of("the credentials came from profile "
                    + past.issue().map(Past.Issue::profileId).orElse("")
                    + ", and the one of that name is now "
                    + role.profile().map(InstanceProfile::id).orElse("")
                    + ": it was deleted and re-created");
        }
        return RotationOverdue.lateBy(role, past, now)
                .filter(late -> !now.isBefore(late.rhythm().lost(session)))
                .map(late -> "role " + session.role() + " is still listed, and its credentials are "
                        + Times.span(late.by()) + " later than any renewal here: " + late.words());
    }

    private static boolean gone(RoleFact role) {
        return role.state() == RoleState.ABSENT || role.state() == RoleState.PROFILE_NOT_FOUND;
    }

    /** Another profile under the name of the one that the credentials came from; a profile of another name was put there. */
    private static boolean recreated(RoleFact role, RoleSession session, Past past) {
        return past.issue()
                .filter(issue -> issue.issuedAt().equals(session.issuedAt()))
                .flatMap(issue -> role.profile()
                        .filter(profile -> profile.arn().equals(issue.profileArn())
                                && !profile.id().equals(issue.profileId())))
                .isPresent();
    }

    private static Finding finding(String sign, RoleSession session, Facts facts, Instant now) {
        OwnInstance own = OwnInstance.of(facts);
        RoleFact role = facts.role().orElseThrow();
        Draft draft = Draft.critical(FindingCode.PROFILE_DELETED_COUNTDOWN, "instance_profile")
                .because(InHand.refusal(facts)
                        .map(refused -> "AWS refuses the credentials already: " + refused.detail())
                        .orElseGet(() -> "programs stop working at " + Times.when(session.expiresAt(), now)))
                .because(role.detail())
                .because(sign);
        if (role.state() == RoleState.ABSENT) {
            return draft.remedy("Associate a profile with role " + Command.spoken(session.role())
                            + " before then; the instance may run.")
                    .command(own.associate())
                    .at(now);
        }
        return draft.remedy("See whether the profile is there, with role " + Command.spoken(session.role())
                        + " in it, and whether the role trusts ec2.amazonaws.com; mend what is not.")
                .command(own.showProfile())
                .remedy(
                        "Then associate the profile anew, before the credentials end, also where it was re-created under its name:"
                                + " it is another profile.")
                .command(own.associateAnew())
                .at(now);
    }
}
