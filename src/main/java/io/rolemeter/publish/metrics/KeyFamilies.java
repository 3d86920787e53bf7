package io.rolemeter.publish.metrics;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The keys that lie on the host, and how much of it could be looked at. A place that was not looked at has no series.
 *
 * <pre>
 * rolemeter_scan_complete{place="dotenv",} 1.0
 * rolemeter_scan_last_success_timestamp_seconds{place="dotenv",} 1.7637192E9
 * rolemeter_scan_unreadable{place="dotenv",} 0.0
 * rolemeter_static_keys{place="dotenv",exposure="commented",} 1.0
 * rolemeter_temporary_keys{place="dotenv",} 0.0
 * </pre>
 */
final class KeyFamilies {
    private static final String PLACE = "place";

    private KeyFamilies() {}

    static Stream<Family> of(Diagnosis diagnosis) {
        return diagnosis
                .facts()
                .keys()
                .map(fact -> Stream.concat(keys(fact), scans(fact)))
                .orElse(Stream.of());
    }

    private static Stream<Family> keys(KeysFact fact) {
        Family fixed = Family.gauge(
                "static_keys",
                "Access keys that stay valid until a person ends them, found by kind of place and by exposure.",
                PLACE,
                "exposure");
        Family temporary = Family.gauge(
                "temporary_keys",
                "Pasted temporary access keys found: they shadow the role, and then they expire.",
                PLACE);
        for (Place place : places(fact)) {
            for (Exposure exposure : Exposure.values()) {
                long found = count(fact, place, key -> key.keyId().kind().isStatic())
                        .filter(exposure::equals)
                        .count();
                fixed.add(found, place.label(), exposure.label());
            }
            temporary.add(count(fact, place, FoundKey::isPasted).count(), place.label());
        }
        return Stream.of(fixed, temporary);
    }

    private static Stream<Exposure> count(KeysFact fact, Place place, Predicate<FoundKey> wanted) {
        return fact.keys().stream()
                .filter(key -> key.place() == place && wanted.test(key))
                .map(FoundKey::exposure);
    }

    private static Set<Place> places(KeysFact fact) {
        Set<Place> places = EnumSet.noneOf(Place.class);
        fact.places().forEach(scan -> places.add(scan.place()));
        fact.keys().forEach(key -> places.add(key.place()));
        return places;
    }

    private static Stream<Family> scans(KeysFact fact) {
        Family complete =
                Family.gauge("scan_complete", "1 when everything of this kind of place was read; else 0.", PLACE);
        Family unreadable =
                Family.gauge("scan_unreadable", "Files or processes of this kind that could not be read.", PLACE);
        Family lastSuccess = Family.gauge(
                "scan_last_success_timestamp_seconds",
                "When everything of this kind of place was last read, in Unix seconds; 0 for never.",
                PLACE);
        for (PlaceScan scan : fact.places()) {
            complete.add(scan.complete(), scan.place().label());
            unreadable.add(scan.unreadable(), scan.place().label());
            lastSuccess.addOrNever(scan.lastComplete(), scan.place().label());
        }
        return Stream.of(complete, unreadable, lastSuccess);
    }
}
