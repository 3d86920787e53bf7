package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The role's credentials that the programs have in hand: whether they work, will go on to, and are the right ones. */
public final class InHand {
    /** By these AWS says that credentials are no good; every other failure says something about the way to STS. */
    private static final Set<FailureReason> REFUSALS =
            EnumSet.of(FailureReason.EXPIRED_TOKEN, FailureReason.INVALID_KEY, FailureReason.BAD_SIGNATURE);

    private static final List<Rule> NO_NEWER_ONES =
            List.of(new ProfileDeleted(), new RotationOverdue(), new CredentialsExpiry());

    private InHand() {}

    /**
     * Sentences: why no program should be left with nothing but these credentials. None when STS knows them as the expected role of
     * this instance, they go on, and the metadata service renews them.
     */
    public static List<String> doubts(Facts facts, Instant now) {
        List<String> doubts = new ArrayList<>();
        Optional<RoleFact> role = facts.role();
        boolean ended = role.flatMap(RoleFact::session)
                .filter(session -> !now.isBefore(session.expiresAt()))
                .isPresent();
        if (ended) {
            doubts.add("the role's credentials have ended");
        }
        boolean renewed = role.filter(fact ->
                        fact.state() == RoleState.ATTACHED && fact.imds().up())
                .isPresent();
        if (!renewed
                || NO_NEWER_ONES.stream()
                        .anyMatch(rule -> !ended && !rule.findings(facts, now).isEmpty())) {
            doubts.add("nothing renews the role's credentials");
        }
        if (!new SessionRevoked().findings(facts, now).isEmpty()) {
            doubts.add("the role's session was revoked");
        }
        Optional<CallerAnswer> answer =
                facts.callers().map(callers -> callers.answers().get(CallerSubject.INSTANCE_ROLE));
        if (refusal(facts).isPresent()) {
            doubts.add("STS refuses the role's credentials");
        } else if (answer.flatMap(CallerAnswer::identity).isEmpty()) {
            doubts.add("STS has not said whose the role's credentials are");
        } else {
            answer.flatMap(CallerAnswer::identity)
                    .filter(caller -> UnexpectedCaller.isAnother(facts))
                    .map(CallerIdentity::arn)
                    .ifPresent(arn -> doubts.add("the role's credentials are " + arn + ", which is not expected"));
        }
        return doubts;
    }

    /** What STS said when it refused them; empty when it did not, or was not reached. */
    static Optional<CallerAnswer.Unidentified> refusal(Facts facts) {
        return facts.callers()
                .map(callers -> callers.answers().get(CallerSubject.INSTANCE_ROLE))
                .flatMap(CallerAnswer::failure)
                .filter(unknown -> REFUSALS.contains(unknown.reason()));
    }

    /** When they end, as in {@code 2026-11-21 14:30:00 UTC, in 2h}; empty when they have ended, or AWS refuses them. */
    static Optional<String> workUntil(Facts facts, Instant now) {
        return facts.role()
                .flatMap(RoleFact::session)
                .map(RoleSession::expiresAt)
                .filter(end -> now.isBefore(end) && refusal(facts).isEmpty())
                .map(end -> Times.when(end, now));
    }
}
