package io.rolemeter.collect.keys;

import io.rolemeter.collect.Collector;
import io.rolemeter.collect.host.Host;
import io.rolemeter.config.Settings;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds static keys in the files and processes beneath a root. Keys that were found are never used, and secrets never kept. A
 * collect ends within about {@value #MAX_SECONDS} seconds; what was not reached by then counts as unreadable.
 */
public final class KeysCollector implements Collector {
    static final int MAX_SECONDS = 30;

    private final Path root;
    private final Settings.Keys settings;
    private final Clock clock;
    private final List<HidingPlace> places;
    private final PathPatterns excluded;
    private final Map<Place, Instant> lastComplete = new EnumMap<>(Place.class);

    /**
     * Looks at every place of {@code HidingPlaces}.
     *
     * @param root {@code /} for the host that this runs on
     */
    public KeysCollector(Path root, Settings.Keys settings, Clock clock) {
        this(root, settings, clock, HidingPlaces.all(settings.paths()));
    }

    KeysCollector(Path root, Settings.Keys settings, Clock clock, List<HidingPlace> places) {
        this.root = root;
        this.settings = settings;
        this.clock = clock;
        this.places = List.copyOf(places);
        this.excluded = new PathPatterns(settings.exclude());
    }

    @Override
    public CollectorName name() {
        return CollectorName.KEYS;
    }

    @Override
    public Duration interval() {
        return settings.interval();
    }

    @Override
    public KeysFact collect() {
        Instant end = clock.instant().plusSeconds(MAX_SECONDS);
        Survey survey =
                new Survey(new Host(root), excluded, () -> clock.instant().isAfter(end));
        Map<Place, Ledger> ledgers = new EnumMap<>(Place.class);
        for (HidingPlace place : places) {
            look(place, survey, ledgers.computeIfAbsent(place.place(), Ledger::new));
        }
        return fact(ledgers, clock.instant());
    }

    /** A bug in one place must not hide what the others found; its text may quote a file, so only its class is named. */
    private static void look(HidingPlace place, Survey survey, Ledger ledger) {
        try {
            place.look(survey, ledger);
        } catch (RuntimeException e) {
            ledger.unreadable(
                    place.place().label(), "failed with " + e.getClass().getSimpleName());
        }
    }

    private KeysFact fact(Map<Place, Ledger> ledgers, Instant now) {
        List<PlaceScan> scans = new ArrayList<>();
        List<FoundKey> keys = new ArrayList<>();
        ledgers.forEach((place, ledger) -> {
            PlaceScan scan = ledger.scan(Optional.ofNullable(lastComplete.get(place)), now);
            scan.lastComplete().ifPresent(complete -> lastComplete.put(place, complete));
            scans.add(scan);
            keys.addAll(ledger.keys());
        });
        return new KeysFact(now, scans, keys);
    }
}
