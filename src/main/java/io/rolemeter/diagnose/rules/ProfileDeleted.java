package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Times;
import java.time.Instant;
import java.util.List;

/** The profile is gone and everything still works: until the session ends, hours later, when nobody remembers the deletion. */
public final class ProfileDeleted implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts.role().filter(ProfileDeleted::countingDown).stream()
                .flatMap(role -> role.session().stream().map(session -> finding(role, session, now)))
                .toList();
    }

    static boolean countingDown(RoleFact role) {
        boolean gone = role.state() == RoleState.ABSENT || role.state() == RoleState.PROFILE_NOT_FOUND;
        return gone && role.session().isPresent();
    }

    private static Finding finding(RoleFact role, RoleSession session, Instant now) {
        return Draft.critical(FindingCode.PROFILE_DELETED_COUNTDOWN, "instance_profile")
                .because(role.detail())
                .because("role " + session.role() + " is still listed, and its credentials will not be renewed")
                .because("programs stop working at " + Times.when(session.expiresAt(), now))
                .remedy("Associate a profile with role " + session.role()
                        + " before then: `aws ec2 associate-iam-instance-profile`, or"
                        + " `aws ec2 replace-iam-instance-profile-association` where the old association still stands.")
                .remedy(
                        "A profile that is re-created under its old name is another profile, and has to be associated again.")
                .at(now);
    }
}
