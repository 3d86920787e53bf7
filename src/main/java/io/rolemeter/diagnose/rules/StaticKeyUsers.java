package io.rolemeter.diagnose.rules;

import io.rolemeter.model.Facts;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which running programs need a static key, and which live keys no known program accounts for. */
public final class StaticKeyUsers {
    private StaticKeyUsers() {}

    /** The workloads whose SDK picks a key that stays valid until a person ends it, or assumes a role with one. */
    public static List<Workload> of(Facts facts) {
        return workloads(facts).stream()
                .filter(workload -> workload.credential().needsStaticKey())
                .toList();
    }

    /**
     * Live static keys whose holder's chain is not known: those of processes that are no workload, and those in files that no
     * workload takes its credential from. A key in the environment of a program whose chain passes over it is accounted for.
     */
    public static List<FoundKey> unaccounted(Facts facts) {
        List<Workload> workloads = workloads(facts);
        Set<Integer> pids =
                workloads.stream().flatMap(workload -> workload.pids().stream()).collect(Collectors.toSet());
        Set<String> origins = workloads.stream()
                .flatMap(workload -> workload.credential().origin().stream())
                .collect(Collectors.toSet());
        return facts.keys().map(KeysFact::keys).orElse(List.of()).stream()
                .filter(Keys::liveAndStatic)
                .filter(key ->
                        key.location().pid().map(pid -> !pids.contains(pid)).orElse(true))
                .filter(key -> !origins.contains(key.location().path()))
                .toList();
    }

    /** Where the key lies that these use: in their processes, in the file that it comes from, and in what starts them. */
    static List<FoundKey> keysOf(List<Workload> workloads, Facts facts) {
        Set<KeyId> ids = workloads.stream()
                .flatMap(workload -> workload.credential().keyId().stream())
                .collect(Collectors.toSet());
        return facts.keys().map(KeysFact::keys).orElse(List.of()).stream()
                .filter(key -> Keys.liveAndStatic(key) && ids.contains(key.keyId()))
                .filter(key -> workloads.stream().anyMatch(workload -> isOf(key, workload)))
                .toList();
    }

    static boolean isOf(FoundKey key, Workload workload) {
        Optional<Integer> pid = key.location().pid();
        boolean held = pid.filter(workload.pids()::contains).isPresent();
        boolean named = key.program().filter(workload.name()::equals).isPresent();
        boolean read = workload.credential()
                .origin()
                .filter(key.location().path()::equals)
                .isPresent();
        return held || named || read;
    }

    private static List<Workload> workloads(Facts facts) {
        return facts.workloads().map(WorkloadsFact::workloads).orElse(List.of());
    }
}
