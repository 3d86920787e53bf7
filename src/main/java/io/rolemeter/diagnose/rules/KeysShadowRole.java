package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerKind;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.ChainStep;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A role is attached and a key still wins. Of programs whose SDK is known its own chain decides; a key that no known program
 * accounts for counts wherever a program could pick it up.
 */
public final class KeysShadowRole implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        Optional<String> role = attachedRole(facts);
        if (role.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Workload>> byName = StaticKeyUsers.of(facts).stream()
                .collect(Collectors.groupingBy(Workload::name, LinkedHashMap::new, Collectors.toList()));
        byName.forEach((name, workloads) -> findings.add(ofWorkload(name, workloads, facts, role.get(), now)));
        Map<String, List<FoundKey>> bySubject = StaticKeyUsers.unaccounted(facts).stream()
                .filter(key -> !byName.containsKey(Keys.holder(key)))
                .sorted(Comparator.comparing(key -> key.program().isEmpty()))
                .collect(Collectors.groupingBy(Keys::holder, LinkedHashMap::new, Collectors.toList()));
        bySubject.forEach((subject, keys) -> findings.add(ofKeys(subject, keys, role.get(), now)));
        LogEvidence.users(facts).forEach((name, denied) -> {
            if (!byName.containsKey(name) && !bySubject.containsKey(name)) {
                findings.add(ofLog(name, denied, role.get(), now));
            }
        });
        defaultChain(facts, role.get(), now).ifPresent(findings::add);
        return findings;
    }

    static Optional<String> attachedRole(Facts facts) {
        return session(facts).map(RoleSession::role);
    }

    /** Of the role that is attached. */
    static Optional<RoleSession> session(Facts facts) {
        return facts.role().filter(role -> role.state() == RoleState.ATTACHED).flatMap(RoleFact::session);
    }

    /** A key that nothing on the host shows: AWS knows the program by it. */
    private static Finding ofLog(String name, DeniedAction denied, String role, Instant now) {
        return Draft.critical(FindingCode.KEYS_SHADOW_ROLE, name)
                .because("role " + role + " is attached, and the log of " + name
                        + " has a denial by which AWS knows it as " + denied.principal() + " (" + denied.action() + ")")
                .because("no key of it is seen in its environment or files: it may have one in its code, or fetch one")
                .remedy(
                        "Look for the key in the program's code and in the secrets that it fetches, and remove it there.")
                .remedy(Keys.restartProgram(name))
                .remedy("Allow the role what was denied, if the program needs it; do not give it to the user.")
                .at(now);
    }

    private static Finding ofWorkload(String name, List<Workload> workloads, Facts facts, String role, Instant now) {
        Workload first = workloads.get(0);
        Draft draft = Draft.critical(FindingCode.KEYS_SHADOW_ROLE, name)
                .because("role " + role + " is attached, and " + name + " uses "
                        + first.credential().keyId().map(KeyId::masked).orElse("a key") + " instead");
        first.credential().chain().stream()
                .filter(ChainStep::wins)
                .forEach(step -> draft.because(
                        "its SDK (" + first.sdk().label() + ") takes " + step.provider() + ": " + step.why()));
        Keys.places(StaticKeyUsers.keysOf(workloads, facts)).forEach(draft::because);
        return remedied(draft, Keys.restartProgram(name)).at(now);
    }

    private static Finding ofKeys(String subject, List<FoundKey> keys, String role, Instant now) {
        Draft draft = Draft.critical(FindingCode.KEYS_SHADOW_ROLE, subject)
                .because("role " + role + " is attached, and "
                        + (keys.get(0).program().isPresent() ? subject : "whatever reads " + subject) + " uses "
                        + keys.get(0).keyId() + " instead");
        Keys.places(keys).forEach(draft::because);
        boolean held = keys.get(0).program().isPresent();
        return remedied(draft, held ? Keys.restartProgram(subject) : Keys.RESTART_READERS)
                .at(now);
    }

    private static Draft remedied(Draft draft, String restart) {
        return draft.remedy(Keys.REMOVE)
                .remedy(restart)
                .remedy("Deactivate the key only when nothing shows up as using it any more, and delete it later.");
    }

    private static Optional<Finding> defaultChain(Facts facts, String role, Instant now) {
        return facts.callers()
                .flatMap(callers -> callers.identity(CallerSubject.DEFAULT_CHAIN))
                .filter(caller -> caller.kind() == CallerKind.IAM_USER || caller.kind() == CallerKind.ROOT)
                .map((CallerIdentity caller) -> Draft.critical(
                                FindingCode.KEYS_SHADOW_ROLE, CallerSubject.DEFAULT_CHAIN.label())
                        .because("role " + role + " is attached, and the default chain of " + FindingKeys.ownUser(facts)
                                + " is " + caller.arn())
                        .remedy(FindingKeys.removal(facts))
                        .at(now));
    }
}
