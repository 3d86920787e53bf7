package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerKind;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The caller is not who the configuration expects, or not this instance. */
public final class UnexpectedCaller implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        List<Finding> findings = new ArrayList<>();
        for (CallerSubject subject : CallerSubject.values()) {
            facts.callers().flatMap(callers -> callers.identity(subject)).ifPresent(caller -> {
                account(subject, caller, facts).ifPresent(draft -> findings.add(draft.at(now)));
                role(subject, caller, facts).ifPresent(draft -> findings.add(draft.at(now)));
            });
        }
        session(facts).ifPresent(draft -> findings.add(draft.at(now)));
        return findings;
    }

    /** Whether STS names for the instance's role another account, role or instance than it should. */
    static boolean isAnother(Facts facts) {
        boolean met = facts.callers()
                .flatMap(callers -> callers.identity(CallerSubject.INSTANCE_ROLE))
                .map(facts.expectations()::met)
                .orElse(true);
        return !met || session(facts).isPresent();
    }

    private static Optional<Draft> account(CallerSubject subject, CallerIdentity caller, Facts facts) {
        return facts.expectations()
                .account()
                .filter(expected -> !expected.equals(caller.accountId()))
                .map(expected -> Draft.critical(FindingCode.WRONG_ACCOUNT, subject.label())
                        .because("STS says " + caller.arn() + ", expected is account " + expected)
                        .remedy("Look for the key or profile of the other account; if the instance was moved, correct"
                                + " expect.account."));
    }

    private static Optional<Draft> role(CallerSubject subject, CallerIdentity caller, Facts facts) {
        return facts.expectations()
                .role()
                .filter(expected -> caller.kind() == CallerKind.ASSUMED_ROLE && !expected.equals(caller.principal()))
                .map(expected -> Draft.critical(FindingCode.WRONG_ROLE, subject.label())
                        .because("STS says " + caller.arn() + ", expected is role " + expected)
                        .remedy(
                                "If the role in the profile was changed, the old one stays until the next rotation: associate"
                                        + " the profile anew to force one. Else put the right role into the profile, or"
                                        + " correct expect.role.")
                        .command(OwnInstance.of(facts).showProfile())
                        .command(OwnInstance.of(facts).associateAnew()));
    }

    /** EC2 names the session of an instance's role after the instance: another name is another machine's credentials. */
    private static Optional<Draft> session(Facts facts) {
        Optional<String> instance =
                facts.role().flatMap(role -> role.identity()).map(identity -> identity.instanceId());
        return facts.callers()
                .flatMap(callers -> callers.identity(CallerSubject.INSTANCE_ROLE))
                .filter(caller -> instance.isPresent() && !caller.session().equals(instance))
                .map(caller -> Draft.critical(
                                FindingCode.SESSION_IS_NOT_THIS_INSTANCE, CallerSubject.INSTANCE_ROLE.label())
                        .because("STS says " + caller.arn() + ", and this instance is " + instance.get())
                        .remedy(
                                "Find out who answers in the place of the metadata service: a proxy or a development tool"
                                        + " hands out credentials that are not this instance's."));
    }
}
