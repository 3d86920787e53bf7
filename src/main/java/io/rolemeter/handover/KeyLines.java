package io.rolemeter.handover;

import io.rolemeter.model.Exposure;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeyKind;
import io.rolemeter.model.KeyWriter;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.Unreadable;
import io.rolemeter.store.Line;
import io.rolemeter.store.MalformedLineException;
import io.rolemeter.store.WrittenLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys and places as lines. */
final class KeyLines {
    /** Keys beyond this number are not handed over, and counted as something that could not be read. */
    static final int MAX_KEYS = 5000;

    private static final String PLACE = "place";
    private static final String KEY = "key";

    private final List<PlaceScan> places = new ArrayList<>();
    private final List<FoundKey> keys = new ArrayList<>();

    static void write(KeysFact fact, List<WrittenLine> lines) {
        List<FoundKey> handedOver = fact.keys().stream().limit(MAX_KEYS).toList();
        Map<Place, Integer> left = new EnumMap<>(Place.class);
        fact.keys().stream().skip(MAX_KEYS).forEach(key -> left.merge(key.place(), 1, Integer::sum));
        fact.places().forEach(scan -> lines.add(write(scan, left.getOrDefault(scan.place(), 0))));
        handedOver.forEach(key -> lines.add(write(key)));
    }

    private static WrittenLine write(PlaceScan scan, int left) {
        List<WrittenLine> examples = new ArrayList<>();
        if (left > 0) {
            examples.add(example(scan.place().label(), "more than " + MAX_KEYS + " keys on the host"));
        }
        scan.examples().stream()
                .limit(PlaceScan.MAX_EXAMPLES - examples.size())
                .forEach(one -> examples.add(example(one.path(), one.reason())));
        return WrittenLine.of(PLACE)
                .label("place", scan.place())
                .number("examined", scan.examined())
                .number("unreadable", scan.unreadable() + left)
                .lines("examples", examples)
                .moment("last_complete_at", left > 0 ? Optional.empty() : scan.lastComplete());
    }

    private static WrittenLine example(String path, String reason) {
        return new WrittenLine().text("path", path).text("reason", reason);
    }

    private static WrittenLine write(FoundKey key) {
        Location location = key.location();
        WrittenLine line = write(WrittenLine.of(KEY), key.keyId())
                .label("place", key.place())
                .text("path", location.path())
                .number("line", location.line())
                .number("pid", location.pid())
                .text("owner", location.owner())
                .text("mode", location.mode())
                .label("exposure", key.exposure())
                .flag("secret_present", key.secretPresent())
                .text("program", key.program())
                .text("note", key.note());
        key.writer().ifPresent(writer -> line.label("writer", writer));
        return line;
    }

    static WrittenLine write(WrittenLine line, KeyId id) {
        return line.text("key_id", id.masked()).label("kind", id.kind()).text("account_id", id.accountId());
    }

    /** False if the line is about something else. */
    boolean take(Line line) {
        if (takePlace(line)) {
            return true;
        }
        if (!line.type().equals(KEY)) {
            return false;
        }
        if (keys.size() == MAX_KEYS) {
            throw new MalformedLineException("too many keys");
        }
        keys.add(key(line));
        return true;
    }

    /** False if the line is about something else than a place. */
    boolean takePlace(Line line) {
        if (!line.type().equals(PLACE)) {
            return false;
        }
        places.add(place(line));
        return true;
    }

    /** When each place that was taken had last been read whole. */
    Map<Place, Instant> lastComplete() {
        Map<Place, Instant> moments = new EnumMap<>(Place.class);
        places.forEach(scan -> scan.lastComplete().ifPresent(at -> moments.put(scan.place(), at)));
        return moments;
    }

    KeysFact fact(Instant at) {
        return new KeysFact(at, places, keys);
    }

    private PlaceScan place(Line line) {
        Place place = line.label("place", Place.values());
        if (places.stream().anyMatch(known -> known.place() == place)) {
            throw new MalformedLineException("place");
        }
        return new PlaceScan(
                place,
                (int) line.number("examined", Integer.MAX_VALUE / 2),
                (int) line.number("unreadable", Integer.MAX_VALUE / 2),
                line.lines("examples", PlaceScan.MAX_EXAMPLES).stream()
                        .map(one -> new Unreadable(place, one.safeText("path"), one.safeText("reason")))
                        .toList(),
                line.optionalMoment("last_complete_at"));
    }

    private static FoundKey key(Line line) {
        Location location = new Location(
                line.safeText("path"),
                line.optionalNumber("line", Integer.MAX_VALUE).map(Long::intValue),
                line.optionalNumber("pid", Integer.MAX_VALUE).map(Long::intValue),
                line.optionalSafeText("owner"),
                line.optionalSafeText("mode"));
        Optional<KeyWriter> writer = line.optionalText("writer").map(name -> line.label("writer", KeyWriter.values()));
        return new FoundKey(
                line.label("place", Place.values()),
                location,
                keyId(line),
                line.label("exposure", Exposure.values()),
                line.flag("secret_present"),
                line.optionalSafeText("program"),
                line.optionalSafeText("note"),
                writer);
    }

    /** Whoever wrote the line, no more than the masked form of an id gets in. */
    static KeyId keyId(Line line) {
        String masked = line.text("key_id");
        KeyKind kind = line.label("kind", KeyKind.values());
        Optional<String> account = line.optionalText("account_id");
        if (!KeyId.isMasked(masked, kind)) {
            throw new MalformedLineException("key_id");
        }
        if (account.filter(digits -> !digits.matches("[0-9]{12}")).isPresent()) {
            throw new MalformedLineException("account_id");
        }
        return new KeyId(masked, kind, account);
    }
}
