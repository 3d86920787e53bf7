package io.rolemeter.model;

import java.time.Instant;
import java.util.List;

/** The keys that lie on the host, and how much of it could be looked at; one {@link PlaceScan} for each place that was. */
public record KeysFact(Instant collectedAt, List<PlaceScan> places, List<FoundKey> keys) implements Fact {
    public KeysFact {
        places = List.copyOf(places);
        keys = List.copyOf(keys);
    }

    public boolean complete() {
        return places.stream().allMatch(PlaceScan::complete);
    }

    @Override
    public Facts addTo(Facts facts) {
        return facts.with(this);
    }
}
