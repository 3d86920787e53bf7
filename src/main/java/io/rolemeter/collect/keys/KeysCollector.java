package io.rolemeter.collect.keys;

import io.rolemeter.aws.ImdsClient;
import io.rolemeter.collect.Collector;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.PathPatterns;
import io.rolemeter.collect.host.Patience;
import io.rolemeter.collect.keys.places.Configured;
import io.rolemeter.collect.keys.places.system.UserDataQuestion;
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
import java.util.function.Supplier;

/**
 * Finds static keys in the files and processes beneath a root. Keys that were found are never used, and secrets never kept. What
 * was not reached in time counts as unreadable.
 */
public final class KeysCollector implements Collector {
    private final Supplier<Host> hosts;
    private final Settings.Keys settings;
    private final Clock clock;
    private final Search search;
    private final PathPatterns excluded;
    private final Patience patience;
    private final Map<Place, Instant> lastComplete = new EnumMap<>(Place.class);

    /** Where to look, and how far. */
    record Search(List<HidingPlace> places, Bounds bounds) {
        Search {
            places = List.copyOf(places);
        }
    }

    /**
     * Looks at every place of {@code HidingPlaces}, but not at what only the metadata service knows.
     *
     * @param hosts asked for one at each look
     */
    public KeysCollector(Supplier<Host> hosts, Settings.Keys settings, Clock clock) {
        this(hosts, settings, clock, Optional.empty());
    }

    /**
     * Looks at every place of {@code HidingPlaces}.
     *
     * @param hosts asked for one at each look
     * @param imds of its own: it is asked on this collector's thread
     */
    public KeysCollector(Supplier<Host> hosts, Settings.Keys settings, Clock clock, Optional<ImdsClient> imds) {
        this(hosts, settings, clock, new Search(HidingPlaces.all(settings.paths(), imds), Bounds.OF_A_CYCLE));
    }

    KeysCollector(Supplier<Host> hosts, Settings.Keys settings, Clock clock, Search search) {
        this.patience = new Patience();
        this.hosts = hosts;
        this.settings = settings;
        this.clock = clock;
        this.search = search;
        this.excluded = new PathPatterns(settings.exclude());
    }

    /**
     * For one thorough look, however long it takes, without network.
     *
     * @param paths files and folders to look at, and nothing else; every place when there are none
     */
    public static KeysCollector thorough(Path root, List<String> paths, Clock clock) {
        List<HidingPlace> places =
                paths.isEmpty() ? HidingPlaces.all(List.of(), Optional.empty()) : List.of(Configured.asked(paths));
        return new KeysCollector(
                () -> new Host(root), Settings.defaults().keys(), clock, new Search(places, Bounds.OF_A_COMMAND));
    }

    /** Looks at nothing but the user data that the metadata service has, where another process looks at all files. */
    public static KeysCollector ofUserData(Settings.Keys settings, Clock clock, ImdsClient imds) {
        return new KeysCollector(
                () -> new Host(Path.of("/")),
                settings,
                clock,
                new Search(List.of(new UserDataQuestion(imds)), Bounds.OF_A_CYCLE));
    }

    /** Remembers when an earlier process had last read each place whole. */
    public void remember(Map<Place, Instant> earlier) {
        lastComplete.putAll(earlier);
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
        Map<Place, Ledger> ledgers = patience.look(this::ledgers).orElseGet(this::unanswered);
        return fact(ledgers, clock.instant());
    }

    /** Too much of the host gave no answer for anything to be known. */
    private Map<Place, Ledger> unanswered() {
        Map<Place, Ledger> ledgers = new EnumMap<>(Place.class);
        search.places()
                .forEach(place -> ledgers.computeIfAbsent(place.place(), Ledger::new)
                        .unreadable(place.place().label(), "files do not answer"));
        return ledgers;
    }

    private Map<Place, Ledger> ledgers() {
        Instant end = clock.instant().plus(search.bounds().time());
        Survey.Limits limits =
                new Survey.Limits(search.bounds(), () -> clock.instant().isAfter(end));
        Survey survey = new Survey(hosts.get(), excluded, limits, this::isWanted);
        Map<Place, Ledger> ledgers = new EnumMap<>(Place.class);
        for (HidingPlace place : search.places()) {
            look(place, survey, ledgers.computeIfAbsent(place.place(), Ledger::new));
        }
        return ledgers;
    }

    private boolean isWanted(String fileName) {
        return search.places().stream().anyMatch(place -> place.wants(fileName));
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
            keys.addAll(place == Place.CONFIGURED ? ledger.keysUnlessIn(others(ledgers, ledger)) : ledger.keys());
        });
        return new KeysFact(now, scans, keys);
    }

    private static List<Ledger> others(Map<Place, Ledger> ledgers, Ledger one) {
        return ledgers.values().stream().filter(ledger -> ledger != one).toList();
    }
}
