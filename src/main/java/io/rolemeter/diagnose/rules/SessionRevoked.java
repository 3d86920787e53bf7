package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Command;
import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.DeniedAction.Because;
import io.rolemeter.model.DeniedCall;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbesFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * STS knows the role, and everything that it should be allowed is denied: the mark of a session that was revoked, because STS
 * answers whatever a policy says. Two different actions at least must be denied explicitly by the role's own policies, since one
 * alone may well be denied for itself, and none may be denied for want of an allow.
 */
public final class SessionRevoked implements Rule {
    private static final int LEAST_ACTIONS = 2;
    private static final String OWN_POLICY = "identity-based policy";

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        Optional<CallerIdentity> role =
                facts.callers().flatMap(callers -> callers.identity(CallerSubject.INSTANCE_ROLE));
        List<ProbeRun> runs = facts.probes().map(ProbesFact::probes).orElse(List.of()).stream()
                .filter(probe -> probe.expect() == Expectation.ALLOWED && !OwnProbes.asks(probe))
                .flatMap(probe -> probe.last().stream())
                .filter(run -> run.outcome() != ProbeRun.Outcome.SKIPPED)
                .toList();
        return role.isPresent() && revoked(runs)
                ? List.of(finding(role.get().principal(), runs, facts, now))
                : List.of();
    }

    private static boolean revoked(List<ProbeRun> runs) {
        List<DeniedAction> denied = runs.stream()
                .flatMap(run -> run.denied().stream())
                .map(DeniedCall::denied)
                .toList();
        long explicit = denied.stream()
                .filter(one -> one.because() == Because.EXPLICIT_DENY
                        && one.policyType().equals(Optional.of(OWN_POLICY)))
                .map(DeniedAction::action)
                .distinct()
                .count();
        return explicit >= LEAST_ACTIONS
                && denied.stream().noneMatch(one -> one.because() == Because.NOT_ALLOWED)
                && runs.stream().allMatch(run -> run.reason().equals(Optional.of(FailureReason.DENIED)));
    }

    private static Finding finding(String role, List<ProbeRun> runs, Facts facts, Instant now) {
        OwnInstance own = OwnInstance.of(facts);
        Optional<String> policy = runs.stream()
                .flatMap(run -> run.denied().stream())
                .flatMap(call -> call.denied().policyArn().stream())
                .findFirst();
        return Draft.critical(FindingCode.SESSION_REVOKED, role)
                .because("STS answers, and all " + runs.size() + " probes that must be allowed are denied explicitly")
                .because(policy.map(arn -> "denied by " + arn))
                .remedy("Look for AWSRevokeOlderSessions among the inline policies of role " + Command.spoken(role)
                        + ": IAM puts it there when somebody revokes the role's sessions.")
                .command("aws iam get-role-policy --role-name " + own.role() + " --policy-name AWSRevokeOlderSessions")
                .remedy("If that was meant, leave it: credentials that are issued after it work. Find out why they were"
                        + " revoked, and associate the profile anew to have new ones at once.")
                .command(own.associateAnew())
                .remedy("If it was not, delete that policy; the running session works again within seconds.")
                .command("aws iam delete-role-policy --role-name " + own.role()
                        + " --policy-name AWSRevokeOlderSessions")
                .at(now);
    }
}
