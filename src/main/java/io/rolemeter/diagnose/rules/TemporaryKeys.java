package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody pasted the keys of a session: they win over the role now, and break the program when the session ends. */
public final class TemporaryKeys implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        Map<String, List<FoundKey>> byHolder = facts.keys().map(KeysFact::keys).orElse(List.of()).stream()
                .filter(FoundKey::isPasted)
                .collect(Collectors.groupingBy(Keys::holder, LinkedHashMap::new, Collectors.toList()));
        return byHolder.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    private static Finding finding(String subject, List<FoundKey> keys, Instant now) {
        Draft draft = Draft.warning(FindingCode.TEMPORARY_KEY_PASTED, subject);
        Keys.places(keys).forEach(draft::because);
        return draft.remedy("Remove it: it shadows the role, and nobody renews it.")
                .at(now);
    }
}
