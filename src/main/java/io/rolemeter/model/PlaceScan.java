package io.rolemeter.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How thoroughly one kind of place was looked at.
 *
 * @param examined files or processes that were read
 * @param unreadable how many could not be
 * @param examples the first of those, at most {@value #MAX_EXAMPLES}
 * @param lastComplete when all of it was last read; empty if never
 */
public record PlaceScan(
        Place place, int examined, int unreadable, List<Unreadable> examples, Optional<Instant> lastComplete) {
    public static final int MAX_EXAMPLES = 20;

    public PlaceScan {
        examples = examples.stream().limit(MAX_EXAMPLES).toList();
    }

    /** Two looks at different parts of the place. */
    PlaceScan and(PlaceScan other) {
        return new PlaceScan(
                place,
                examined + other.examined,
                unreadable + other.unreadable,
                Stream.of(this, other).flatMap(scan -> scan.examples.stream()).toList(),
                lastComplete.isPresent()
                                && other.lastComplete.isPresent()
                                && other.lastComplete.get().isBefore(lastComplete.get())
                        ? other.lastComplete
                        : lastComplete.filter(at -> other.lastComplete.isPresent()));
    }

    public boolean complete() {
        return unreadable == 0;
    }
}
