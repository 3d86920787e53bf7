package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The credentials end soon, or have ended. AWS hands out new ones at least five minutes before the old ones end; in an outage
 * it hands out ended ones and goes on to accept them, so that only STS can tell.
 */
public final class CredentialsExpiry implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts
                .role()
                .flatMap(role -> role.session())
                .flatMap(session -> now.isBefore(session.expiresAt())
                        ? expiring(session, facts, now)
                        : Optional.of(ended(session, facts, now)))
                .stream()
                .toList();
    }

    private static Optional<Finding> expiring(RoleSession session, Facts facts, Instant now) {
        Expectations limits = facts.expectations();
        OwnInstance own = OwnInstance.of(facts);
        Duration left = Duration.between(now, session.expiresAt());
        if (left.compareTo(limits.expiryWarning()) >= 0) {
            return Optional.empty();
        }
        boolean critical = left.compareTo(limits.expiryCritical()) < 0;
        Draft draft = critical
                ? Draft.critical(FindingCode.CREDENTIALS_EXPIRING, session.role())
                : Draft.warning(FindingCode.CREDENTIALS_EXPIRING, session.role());
        return Optional.of(draft.because("they end at " + Times.when(session.expiresAt(), now))
                .because("they were issued at " + Times.when(session.issuedAt(), now)
                        + ", and no newer ones are handed out")
                .because(facts.past()
                        .rhythm()
                        .map(rhythm -> "this host's are usually replaced " + Times.span(rhythm.beforeExpiry())
                                + " before their end"))
                .remedy(
                        "Check that the profile, its role and the role's trust policy are still there: without one of them"
                                + " nothing is renewed.")
                .command(own.showProfile())
                .command(own.showTrust())
                .remedy(
                        "If all of them are, it is AWS's to renew: look at the AWS Health Dashboard for EC2 and IAM in this"
                                + " region.")
                .at(now));
    }

    /**
     * After the end only STS can tell. Until it has been asked what stood before stands, and where it does not answer nothing is
     * known; only a refusal says that they are dead.
     */
    private static Finding ended(RoleSession session, Facts facts, Instant now) {
        OwnInstance own = OwnInstance.of(facts);
        String ended = "they ended at " + Times.when(session.expiresAt(), now);
        Optional<CallersFact> asked =
                facts.callers().filter(fact -> !fact.collectedAt().isBefore(session.expiresAt()));
        Optional<CallerAnswer> answer = asked.map(fact -> fact.answers().get(CallerSubject.INSTANCE_ROLE));
        if (answer.flatMap(CallerAnswer::identity).isPresent()) {
            return Draft.warning(FindingCode.CREDENTIALS_EXPIRED_BUT_ACCEPTED, session.role())
                    .because(ended)
                    .because("STS still accepts them: AWS extends credentials while it cannot issue new ones")
                    .remedy("Restart nothing: a program that starts now may refuse credentials that have ended.")
                    .remedy("Wait for AWS; look at the AWS Health Dashboard for EC2 and IAM in this region.")
                    .at(now);
        }
        Optional<String> refused = asked.flatMap(fact -> InHand.refusal(facts)).map(CallerAnswer.Unidentified::detail);
        if (refused.isPresent()) {
            return Draft.critical(FindingCode.CREDENTIALS_EXPIRED, session.role())
                    .because(ended)
                    .because("STS does not accept them: " + refused.get())
                    .remedy(
                            "Check that the profile, its role and the role's trust policy are still there, and associate the"
                                    + " profile anew to force new credentials.")
                    .command(own.showProfile())
                    .command(own.associateAnew())
                    .at(now);
        }
        Draft draft = asked.isEmpty() && stoodAsCritical(session, facts)
                ? Draft.critical(FindingCode.CREDENTIALS_EXPIRING, session.role())
                : Draft.warning(FindingCode.CREDENTIALS_EXPIRING, session.role());
        return draft.because(ended)
                .because(answer.flatMap(CallerAnswer::failure)
                        .map(failure -> "STS could not be asked whether it still accepts them: " + failure.detail())
                        .orElse("STS has not been asked since whether it still accepts them"))
                .remedy(
                        "Restart nothing, and leave the profile as it is, until STS has said so: in an outage AWS goes on to"
                                + " accept credentials that have ended.")
                .remedy("Look at the AWS Health Dashboard for EC2 and IAM in this region.")
                .at(now);
    }

    /** Whether these were seen, as STS was asked last, before their end: then they were about to end all along. */
    private static boolean stoodAsCritical(RoleSession session, Facts facts) {
        return facts.callers()
                .filter(fact -> !fact.collectedAt().isBefore(session.issuedAt()))
                .isPresent();
    }
}
