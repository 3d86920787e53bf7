package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Past;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.RotationRhythm;
import io.rolemeter.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The credentials are older than this host's ever were before new ones came. AWS promises no cadence, so that nothing is late on a
 * host whose rhythm is not known.
 */
public final class RotationOverdue implements Rule {
    /**
     * How late the renewal is.
     *
     * @param by since the moment at which credentials like these are usually replaced
     */
    record Late(RotationRhythm rhythm, Duration by) {
        String words() {
            return "the last " + rhythm.seen() + " sets lived " + Times.span(rhythm.life()) + " and were replaced "
                    + Times.span(rhythm.beforeExpiry()) + " before their end";
        }
    }

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts.role().stream()
                .flatMap(role -> lateBy(role, facts.past(), now).map(late -> finding(late, facts, now)).stream())
                .toList();
    }

    /** Empty when nothing is late, nothing is known, the metadata service does not say, or there is nothing left to renew. */
    static Optional<Late> lateBy(RoleFact role, Past past, Instant now) {
        boolean tells =
                role.state() == RoleState.ATTACHED && role.imds().failure().isEmpty();
        return role.session()
                .filter(session -> tells && now.isBefore(session.expiresAt()))
                .flatMap(session -> past.rhythm()
                        .filter(rhythm -> !now.isBefore(rhythm.overdue(session)))
                        .map(rhythm -> new Late(rhythm, Duration.between(rhythm.renewal(session), now))));
    }

    private static Finding finding(Late late, Facts facts, Instant now) {
        OwnInstance own = OwnInstance.of(facts);
        return Draft.warning(FindingCode.ROTATION_OVERDUE, own.role())
                .because("new credentials should have come " + Times.span(late.by()) + " ago: " + late.words())
                .because(InHand.workUntil(facts, now).map(end -> "those in hand work until " + end))
                .remedy("See whether the profile is still there and holds the role: without it nothing is renewed.")
                .command(own.showProfile())
                .remedy("If all is there, wait, and look again before the credentials end.")
                .at(now);
    }
}
