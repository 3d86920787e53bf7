package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A role is attached and works, and the key that wins over it is one that AWS refuses. */
public final class DeadKeyShadowsRole implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        Optional<String> role = KeysShadowRole.attachedRole(facts);
        boolean roleWorks = facts.callers()
                .flatMap(callers -> callers.identity(CallerSubject.INSTANCE_ROLE))
                .isPresent();
        if (role.isEmpty() || !roleWorks) {
            return List.of();
        }
        return facts
                .callers()
                .map(callers -> callers.answers().get(CallerSubject.DEFAULT_CHAIN))
                .flatMap(answer -> refusal(answer, role.get(), now))
                .stream()
                .toList();
    }

    private static Optional<Finding> refusal(CallerAnswer answer, String role, Instant now) {
        if (!(answer instanceof CallerAnswer.Unidentified refused) || refused.reason() != FailureReason.INVALID_KEY) {
            return Optional.empty();
        }
        return Optional.of(Draft.critical(FindingCode.DEAD_KEY_SHADOWS_ROLE, CallerSubject.DEFAULT_CHAIN.label())
                .because("role " + role + " works, and the default chain of this user finds a key that AWS refuses: "
                        + refused.detail())
                .remedy(
                        "Remove the dead key from this user's ~/.aws/credentials, ~/.aws/config and environment: the role"
                                + " takes over at once.")
                .at(now));
    }
}
