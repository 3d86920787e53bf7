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
 * The keys that lie on the host, and how much of it could be looked at. There are 19 places, so that only {@code scan_complete}
 * has a series for each that was looked at: the counts are there where they are not 0, and for the environments of processes,
 * where keys are in use; the other two for the places that could not be read.
 *
 * <pre>
 * rolemeter_scan_complete{place="dotenv",} 1.0
 * rolemeter_scan_last_success_timestamp_seconds{place="cron",} 1.7637192E9
 * rolemeter_scan_unreadable{place="cron",} 2.0
 * rolemeter_static_keys{place="dotenv",exposure="commented",} 1.0
 * rolemeter_temporary_keys{place="process_environment",} 0.0
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
                if (found > 0 || place == Place.PROCESS_ENVIRONMENT) {
                    fixed.add(found, place.label(), exposure.label());
                }
            }
            long pasted = count(fact, place, FoundKey::isPasted).count();
            if (pasted > 0 || place == Place.PROCESS_ENVIRONMENT) {
                temporary.add(pasted, place.label());
            }
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
        Family unreadable = Family.gauge(
                "scan_unreadable", "Files or processes of this kind that could not be read; absent for none.", PLACE);
        Family lastSuccess = Family.gauge(
                "scan_last_success_timestamp_seconds",
                "When everything of this kind of place was last read, in Unix seconds; 0 for never. Absent where it was now.",
                PLACE);
        for (PlaceScan scan : fact.places()) {
            complete.add(scan.complete(), scan.place().label());
            if (!scan.complete()) {
                unreadable.add(scan.unreadable(), scan.place().label());
                lastSuccess.addOrNever(scan.lastComplete(), scan.place().label());
            }
        }
        return Stream.of(complete, unreadable, lastSuccess);
    }
}
