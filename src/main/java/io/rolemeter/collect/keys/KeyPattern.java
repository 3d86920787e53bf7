package io.rolemeter.collect.keys;

import io.rolemeter.model.KeyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a static key looks like: an access key id with a usable secret that belongs to it. The secret is looked at and never kept.
 * An id that stands alone is no key. Texts without an id, almost all, cost one search each for four short words.
 */
public final class KeyPattern {
    /** A secret without a telling name must be at most this many characters from its id. */
    private static final int MAX_UNNAMED_DISTANCE = 2048;

    private KeyPattern() {}

    /** Every id with a usable secret, in the order of the text; an id that is mentioned twice is found twice. */
    public static List<KeyMatch> find(String text, TextFormat format) {
        int[] ids = KeyIds.in(text);
        if (ids.length == 0) {
            return List.of();
        }
        List<KeyMatch> matches = new ArrayList<>();
        int line = 1;
        int counted = 0;
        for (int id : ids) {
            line += Lines.between(text, counted, id);
            counted = id;
            Pairing pairing = pair(text, format, id, ids);
            if (pairing != Pairing.NONE) {
                KeyId keyId = KeyId.of(text.substring(id, id + KeyIds.LENGTH)).orElseThrow();
                Optional<String> section = format == TextFormat.INI ? Sections.name(text, id) : Optional.empty();
                matches.add(new KeyMatch(keyId, line, pairing == Pairing.COMMENTED, section));
            }
        }
        return matches;
    }

    /** The text with all but the first and last four characters of every key id starred out. */
    public static String masked(String text) {
        return KeyIds.masked(text);
    }

    private enum Pairing {
        NONE,
        COMMENTED,
        USED
    }

    private static Pairing pair(String text, TextFormat format, int id, int[] ids) {
        Region region = format.region(text, id);
        boolean[] commented = IntStream.concat(
                        SecretKeys.named(text, region),
                        SecretKeys.unnamed(text, region.around(id, MAX_UNNAMED_DISTANCE)))
                .collect(
                        () -> new boolean[2],
                        (seen, secret) -> seen[format.isComment(text, secret) ? 1 : 0] = true,
                        (some, others) -> {
                            some[0] |= others[0];
                            some[1] |= others[1];
                        });
        boolean used = commented[0];
        boolean unused = commented[1];
        if (!format.isComment(text, id)) {
            return used ? Pairing.USED : unused ? Pairing.COMMENTED : Pairing.NONE;
        }
        boolean claimed =
                Arrays.stream(ids).anyMatch(other -> region.contains(other) && !format.isComment(text, other));
        return unused || (used && !claimed) ? Pairing.COMMENTED : Pairing.NONE;
    }
}
