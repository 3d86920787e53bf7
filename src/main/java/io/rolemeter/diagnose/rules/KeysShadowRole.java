package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerKind;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A role is attached and a key still wins: in nearly every SDK a key that is there comes before the instance's role. */
public final class KeysShadowRole implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        Optional<String> role = attachedRole(facts);
        if (role.isEmpty()) {
            return List.of();
        }
        Map<String, List<FoundKey>> bySubject = facts.keys().map(KeysFact::keys).orElse(List.of()).stream()
                .filter(Keys::liveAndStatic)
                .sorted(Comparator.comparing(key -> key.program().isEmpty()))
                .collect(Collectors.groupingBy(Keys::holder, LinkedHashMap::new, Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        bySubject.forEach((subject, keys) -> findings.add(ofKeys(subject, keys, role.get(), now)));
        defaultChain(facts, role.get(), now).ifPresent(findings::add);
        return findings;
    }

    static Optional<String> attachedRole(Facts facts) {
        return facts.role()
                .filter(role -> role.state() == RoleState.ATTACHED)
                .flatMap(RoleFact::session)
                .map(session -> session.role());
    }

    private static Finding ofKeys(String subject, List<FoundKey> keys, String role, Instant now) {
        Draft draft = Draft.critical(FindingCode.KEYS_SHADOW_ROLE, subject)
                .because("role " + role + " is attached, and "
                        + (keys.get(0).program().isPresent() ? subject : "whatever reads " + subject) + " uses "
                        + keys.get(0).keyId() + " instead");
        Keys.places(keys).forEach(draft::because);
        return draft.remedy(Keys.REMOVE)
                .remedy(Keys.restart(keys.get(0)))
                .remedy("Deactivate the key only when nothing shows up as using it any more, and delete it later.")
                .at(now);
    }

    private static Optional<Finding> defaultChain(Facts facts, String role, Instant now) {
        return facts.callers()
                .flatMap(callers -> callers.identity(CallerSubject.DEFAULT_CHAIN))
                .filter(caller -> caller.kind() == CallerKind.IAM_USER || caller.kind() == CallerKind.ROOT)
                .map(caller -> Draft.critical(FindingCode.KEYS_SHADOW_ROLE, CallerSubject.DEFAULT_CHAIN.label())
                        .because("role " + role + " is attached, and the default chain of this user is " + caller.arn())
                        .remedy("Remove the key from this user's ~/.aws/credentials, ~/.aws/config and environment.")
                        .at(now));
    }
}
