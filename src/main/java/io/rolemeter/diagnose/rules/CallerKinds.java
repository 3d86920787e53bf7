package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** STS names an IAM user, or the root user: a long-term key is in use. */
public final class CallerKinds implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Optional<CallersFact> callers = facts.callers();
        for (CallerSubject subject : CallerSubject.values()) {
            callers.flatMap(fact -> fact.identity(subject))
                    .flatMap(caller -> draft(subject, caller, facts))
                    .ifPresent(draft -> findings.add(draft.at(now)));
        }
        return findings;
    }

    private static Optional<Draft> draft(CallerSubject subject, CallerIdentity caller, Facts facts) {
        String says = "STS says " + caller.arn()
                + (subject == CallerSubject.DEFAULT_CHAIN
                        ? " of the default chain of " + FindingKeys.ownUser(facts)
                        : "");
        return switch (caller.kind()) {
            case IAM_USER ->
                Optional.of(Draft.critical(FindingCode.CALLER_IS_IAM_USER, subject.label())
                        .because(says)
                        .remedy("Find the key among the static keys below and remove it; with a role attached, its"
                                + " credentials are used from then on."));
            case ROOT ->
                Optional.of(Draft.critical(FindingCode.CALLER_IS_ROOT, subject.label())
                        .because(says)
                        .remedy(
                                "Delete the access keys of the root user: no program needs them. Attach a role with just"
                                        + " the rights that the program needs."));
            default -> Optional.empty();
        };
    }
}
