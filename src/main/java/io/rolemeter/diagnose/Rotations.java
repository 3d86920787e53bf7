package io.rolemeter.diagnose;

import io.rolemeter.model.Facts;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.Past;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Rotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to learn from the credentials that the metadata service hands out, one set after the other. */
public final class Rotations {
    private Rotations() {}

    /**
     * The newer facts with what they add to the past. A rotation counts only when it was watched, and was not forced: the
     * metadata service answered before and after, for the same role in the same profile.
     */
    public static Facts learn(Facts before, Facts after) {
        Optional<RoleFact> role = after.role();
        Optional<RoleSession> session = role.flatMap(RoleFact::session);
        if (session.isEmpty()) {
            return after;
        }
        Past past = after.past();
        Optional<Past.Issue> issue = past.issue()
                .filter(known -> known.issuedAt().equals(session.get().issuedAt()))
                .or(() -> role.flatMap(RoleFact::profile).map(profile -> issue(session.get(), profile)))
                .or(past::issue);
        List<Rotation> rotations = new ArrayList<>(past.rotations());
        before.role()
                .filter(older -> watched(older, role.get()))
                .flatMap(RoleFact::session)
                .flatMap(older -> rotation(older, session.get()))
                .ifPresent(rotations::add);
        Past learned = new Past(rotations, issue);
        return learned.equals(past) ? after : after.with(learned);
    }

    private static Past.Issue issue(RoleSession session, InstanceProfile profile) {
        return new Past.Issue(session.issuedAt(), profile.arn(), profile.id());
    }

    private static boolean watched(RoleFact older, RoleFact newer) {
        return attached(older)
                && attached(newer)
                && older.profile()
                        .map(InstanceProfile::id)
                        .equals(newer.profile().map(InstanceProfile::id));
    }

    private static boolean attached(RoleFact role) {
        return role.state() == RoleState.ATTACHED && role.imds().failure().isEmpty();
    }

    private static Optional<Rotation> rotation(RoleSession older, RoleSession newer) {
        return newer.issuedAt().isAfter(older.issuedAt()) && newer.role().equals(older.role())
                ? Optional.of(new Rotation(
                        newer.issuedAt(),
                        Duration.between(older.issuedAt(), older.expiresAt()),
                        Duration.between(newer.issuedAt(), older.expiresAt())))
                : Optional.empty();
    }
}
