package io.rolemeter.collect.keys;

import io.rolemeter.model.KeyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

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
        int[] active =
                Arrays.stream(ids).filter(id -> !format.isComment(text, id)).toArray();
        List<KeyMatch> matches = new ArrayList<>();
        int line = 1;
        int counted = 0;
        for (int id : ids) {
            line += Lines.between(text, counted, id);
            counted = id;
            Pairing pairing = pairing(text, format, id, active);
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

    /** A commented id takes a commented secret, or an active one that no active id claims. */
    private static Pairing pairing(String text, TextFormat format, int id, int[] active) {
        Region region = format.region(text, id);
        IntPredicate isComment = secret -> format.isComment(text, secret);
        if (Arrays.binarySearch(active, id) >= 0) {
            if (hasSecret(text, region, id, isComment.negate())) {
                return Pairing.USED;
            }
            return hasSecret(text, region, id, isComment) ? Pairing.COMMENTED : Pairing.NONE;
        }
        boolean claimed = Arrays.stream(active).anyMatch(region::contains);
        return hasSecret(text, region, id, claimed ? isComment : secret -> true) ? Pairing.COMMENTED : Pairing.NONE;
    }

    private static boolean hasSecret(String text, Region region, int id, IntPredicate wanted) {
        return SecretKeys.named(text, region, wanted)
                || SecretKeys.unnamed(text, region.around(id, MAX_UNNAMED_DISTANCE), wanted);
    }
}
