package io.rolemeter.model;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys that lie on the host, and how much of it could be looked at; one {@link PlaceScan} for each place that was. */
public record KeysFact(Instant collectedAt, List<PlaceScan> places, List<FoundKey> keys) implements Fact {
    public KeysFact {
        places = List.copyOf(places);
        keys = List.copyOf(keys);
    }

    public boolean complete() {
        return places.stream().allMatch(PlaceScan::complete);
    }

    /** Files and processes that were read. */
    public int examined() {
        return places.stream().mapToInt(PlaceScan::examined).sum();
    }

    /** Files and processes that could not be. */
    public int unreadable() {
        return places.stream().mapToInt(PlaceScan::unreadable).sum();
    }

    /** Both looks as one: what they say of the same place is added up. */
    public KeysFact and(KeysFact other) {
        Map<Place, PlaceScan> scans = new EnumMap<>(Place.class);
        Stream.of(this, other)
                .flatMap(fact -> fact.places().stream())
                .forEach(scan -> scans.merge(scan.place(), scan, PlaceScan::and));
        return new KeysFact(
                collectedAt,
                List.copyOf(scans.values()),
                Stream.of(this, other).flatMap(fact -> fact.keys().stream()).toList());
    }

    @Override
    public Facts addTo(Facts facts) {
        return facts.with(this);
    }
}
