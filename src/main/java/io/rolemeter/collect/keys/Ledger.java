package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Processes;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.text.KeyMatch;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeyWriter;
import io.rolemeter.model.Location;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of one {@link Place} in one collect. A key that is found again in the same file for the same program stays one key, with its
 * worst exposure and its first line. Key ids and secrets in names and paths are masked on entry.
 */
public final class Ledger {
    /** Keys beyond this number are counted as something that could not be read. */
    static final int MAX_KEYS = 5000;

    private final Place place;
    private final Map<Mention, FoundKey> keys = new LinkedHashMap<>();
    private final List<Unreadable> examples = new ArrayList<>();
    private int examined;
    private int unreadable;

    private record Mention(String realPath, KeyId id, Optional<String> program) {
        String inFile() {
            return id.masked() + " " + realPath;
        }
    }

    Ledger(Place place) {
        this.place = place;
    }

    /** So many files or processes were read. */
    public void examined(int count) {
        examined += count;
    }

    /** How many files or processes were met so far, those that could not be read too. */
    public int seen() {
        return examined + unreadable;
    }

    public void unreadable(String path, String reason) {
        unreadable++;
        if (examples.size() < PlaceScan.MAX_EXAMPLES) {
            examples.add(new Unreadable(place, SafeText.path(path), reason));
        }
    }

    /** A key stands in a file. */
    public void found(Reading.Text file, KeyMatch match, Use use) {
        Location location = new Location(
                SafeText.path(file.path()),
                Optional.of(match.line()),
                Optional.empty(),
                Optional.of(SafeText.path(file.owner())).filter(owner -> !owner.isEmpty()),
                Optional.of(file.mode()).filter(mode -> !mode.isEmpty()));
        Optional<KeyWriter> writer =
                use.writer().filter(known -> !match.id().kind().isStatic());
        enter(
                file.realPath(),
                new FoundKey(
                        place,
                        location,
                        match.id(),
                        use.exposure(),
                        true,
                        use.program().map(SafeText::of),
                        writer.map(KeyWriter::sentence).or(() -> use.note().map(SafeText::of)),
                        writer));
    }

    /**
     * A program holds a key.
     *
     * @param file the name of the process's file in {@code /proc} where it stands
     */
    public void found(Program program, String file, KeyMatch match) {
        String path = Processes.path(program.pid(), file);
        Location location = new Location(
                path,
                Optional.empty(),
                Optional.of(program.pid()),
                Optional.of(SafeText.path(program.user())),
                Optional.empty());
        Optional<String> name = Optional.of(SafeText.of(program.name()));
        enter(path, new FoundKey(place, location, match.id(), Exposure.LIVE, true, name, Optional.empty()));
    }

    Collection<FoundKey> keys() {
        return keys.values();
    }

    /** Those that no other ledger has from the same file: a place of its own tells more than a configured path. */
    Collection<FoundKey> keysUnlessIn(Collection<Ledger> others) {
        Set<String> elsewhere = new HashSet<>();
        others.forEach(ledger -> ledger.keys.keySet().forEach(mention -> elsewhere.add(mention.inFile())));
        return keys.entrySet().stream()
                .filter(entry -> !elsewhere.contains(entry.getKey().inFile()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** @param lastComplete when this place was last read whole before this collect */
    PlaceScan scan(Optional<Instant> lastComplete, Instant now) {
        return new PlaceScan(place, examined, unreadable, examples, unreadable == 0 ? Optional.of(now) : lastComplete);
    }

    private void enter(String realPath, FoundKey key) {
        Mention mention = new Mention(realPath, key.keyId(), key.program());
        FoundKey earlier = keys.get(mention);
        if (earlier == null && keys.size() == MAX_KEYS) {
            unreadable(realPath, "more than " + MAX_KEYS + " keys");
        } else {
            keys.put(mention, earlier == null ? key : worse(earlier, key));
        }
    }

    private static FoundKey worse(FoundKey earlier, FoundKey later) {
        if (earlier.exposure().compareTo(later.exposure()) <= 0) {
            return earlier;
        }
        return new FoundKey(
                earlier.place(),
                earlier.location(),
                earlier.keyId(),
                later.exposure(),
                true,
                earlier.program(),
                later.note().or(earlier::note),
                later.writer());
    }
}
