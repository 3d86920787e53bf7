package io.rolemeter.diagnose.rules;

import io.rolemeter.model.ProbeState;
import java.util.Set;

/** Which probes ask the operator's own programs, where neither policies nor sessions of AWS decide. */
final class OwnProbes {
    private static final Set<String> KINDS = Set.of("http", "tcp");

    private OwnProbes() {}

    static boolean asks(ProbeState probe) {
        return KINDS.contains(probe.kind());
    }
}
