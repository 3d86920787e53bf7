package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyKind;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody pasted the keys of a session: they win over the role now, and break the program when the session ends. Told of each
 * program whose SDK picks such keys, and of wherever else they lie.
 */
public final class TemporaryKeys implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        List<FoundKey> keys = facts.keys().map(KeysFact::keys).orElse(List.of());
        Map<String, List<Workload>> users = facts.workloads().map(WorkloadsFact::workloads).orElse(List.of()).stream()
                .filter(workload -> usesPasted(workload, keys))
                .collect(Collectors.groupingBy(Workload::name, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<FoundKey>> others = keys.stream()
                .filter(FoundKey::isPasted)
                .filter(key -> users.values().stream()
                        .flatMap(List::stream)
                        .noneMatch(workload -> StaticKeyUsers.isOf(key, workload)))
                .collect(Collectors.groupingBy(Keys::holder, LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(
                        users.entrySet().stream().map(entry -> used(entry.getKey(), entry.getValue(), keys, now)),
                        others.entrySet().stream().map(entry -> lying(entry.getKey(), entry.getValue(), now)))
                .toList();
    }

    /** Whether the key is a session's that no program of AWS's renews in the file that it comes from. */
    private static boolean usesPasted(Workload workload, List<FoundKey> keys) {
        ChosenCredential chosen = workload.credential();
        boolean temporary =
                chosen.keyId().filter(key -> key.kind() == KeyKind.TEMPORARY).isPresent();
        return temporary
                && keys.stream()
                        .noneMatch(key -> key.writer().isPresent()
                                && chosen.keyId().filter(key.keyId()::equals).isPresent()
                                && chosen.origin()
                                        .filter(key.location().path()::equals)
                                        .isPresent());
    }

    private static Finding used(String name, List<Workload> workloads, List<FoundKey> keys, Instant now) {
        Draft draft = Draft.warning(FindingCode.TEMPORARY_KEY_PASTED, name);
        workloads.stream()
                .map(workload -> name + " uses "
                        + workload.credential().keyId().orElseThrow() + ", from "
                        + workload.credential()
                                .origin()
                                .orElse(workload.credential().source().label()))
                .distinct()
                .forEach(draft::because);
        Keys.places(keys.stream()
                        .filter(FoundKey::isPasted)
                        .filter(key -> workloads.stream().anyMatch(workload -> StaticKeyUsers.isOf(key, workload)))
                        .toList())
                .forEach(draft::because);
        return remedied(draft).remedy(Keys.restartProgram(name)).at(now);
    }

    private static Finding lying(String subject, List<FoundKey> keys, Instant now) {
        Draft draft = Draft.warning(FindingCode.TEMPORARY_KEY_PASTED, subject);
        Keys.places(keys).forEach(draft::because);
        return remedied(draft).at(now);
    }

    private static Draft remedied(Draft draft) {
        return draft.remedy("Remove it: it shadows the role, and nobody renews it.");
    }
}
