package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.LogError;
import io.rolemeter.model.WatchedLog;
import io.rolemeter.model.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A role is attached, and the key that wins over it is one that AWS refuses: STS says so of the default chain, and of a program
 * its log.
 */
public final class DeadKeyShadowsRole implements Rule {
    private static final LogError[] REFUSED = {LogError.INVALID_KEY, LogError.BAD_SIGNATURE};

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        Optional<String> role = KeysShadowRole.attachedRole(facts);
        if (role.isEmpty()) {
            return List.of();
        }
        boolean roleWorks = facts.callers()
                .flatMap(callers -> callers.identity(CallerSubject.INSTANCE_ROLE))
                .isPresent();
        List<Finding> findings = new ArrayList<>();
        if (roleWorks) {
            facts.callers()
                    .map(callers -> callers.answers().get(CallerSubject.DEFAULT_CHAIN))
                    .flatMap(answer -> refusal(answer, role.get(), facts, now))
                    .ifPresent(findings::add);
        }
        StaticKeyUsers.of(facts).stream()
                .collect(Collectors.groupingBy(Workload::name, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, workloads) ->
                        logged(name, workloads, role.get(), facts, now).ifPresent(findings::add));
        return findings;
    }

    /** The program's own log says that AWS refuses the key. */
    private static Optional<Finding> logged(
            String name, List<Workload> workloads, String role, Facts facts, Instant now) {
        List<WatchedLog> refused = LogEvidence.of(name, facts).stream()
                .filter(log -> LogEvidence.first(log, REFUSED).isPresent())
                .toList();
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        String key = workloads.get(0).credential().keyId().map(KeyId::masked).orElse("a key");
        Draft draft = Draft.critical(FindingCode.DEAD_KEY_SHADOWS_ROLE, name)
                .because("role " + role + " is attached, and " + name + " uses " + key
                        + " instead, which AWS refuses by what its log says");
        refused.forEach(log ->
                draft.because(LogEvidence.first(log, REFUSED).map(logged -> LogEvidence.sentence(log, logged, now))));
        Keys.places(StaticKeyUsers.keysOf(workloads, facts)).forEach(draft::because);
        return Optional.of(draft.remedy(Keys.REMOVE)
                .remedy(Keys.restartProgram(name))
                .remedy("The role takes over at once. Do not activate the key again to stop the errors.")
                .at(now));
    }

    private static Optional<Finding> refusal(CallerAnswer answer, String role, Facts facts, Instant now) {
        if (!(answer instanceof CallerAnswer.Unidentified refused) || refused.reason() != FailureReason.INVALID_KEY) {
            return Optional.empty();
        }
        return Optional.of(Draft.critical(FindingCode.DEAD_KEY_SHADOWS_ROLE, CallerSubject.DEFAULT_CHAIN.label())
                .because("role " + role + " works, and the default chain of " + FindingKeys.ownUser(facts)
                        + " is refused by AWS: " + refused.detail())
                .remedy(FindingKeys.removal(facts))
                .remedy("The role takes over at once. Do not activate the key again.")
                .at(now));
    }
}
