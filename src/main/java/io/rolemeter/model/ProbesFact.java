package io.rolemeter.model;

import java.time.Instant;
import java.util.List;

/** Every configured probe, in the order of the configuration. */
public record ProbesFact(Instant collectedAt, List<ProbeState> probes) implements Fact {
    public ProbesFact {
        probes = List.copyOf(probes);
    }

    @Override
    public Facts addTo(Facts facts) {
        return facts.with(this);
    }
}
