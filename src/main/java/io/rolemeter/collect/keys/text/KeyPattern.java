package io.rolemeter.collect.keys.text;

import io.rolemeter.model.KeyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a static key looks like: an access key id with a usable secret that belongs to it. The secret is looked at and never kept.
 * An id that stands alone is no key; an API key of Bedrock is. Texts without either, almost all, cost one pass of {@link
 * KeyPrefixes}.
 */
public final class KeyPattern {
    private static final int SHORTEST_TO_CUT = KeyIds.MAX_IDS * KeyIds.LENGTH;

    private KeyPattern() {}

    /**
     * Every id with a usable secret and every key that works alone, in the order of the text. An id that is mentioned again is found
     * again, except where it was found in use already and the format has no groups that tell the mentions apart.
     */
    public static List<KeyMatch> find(String text, TextFormat format) {
        if (!KeyPrefixes.standIn(text)) {
            return List.of();
        }
        List<KeyMatch> pairs = pairs(text, format);
        List<KeyMatch> bearers = bearers(text, format);
        return bearers.isEmpty()
                ? pairs
                : Stream.concat(pairs.stream(), bearers.stream())
                        .sorted(Comparator.comparingInt(KeyMatch::line))
                        .toList();
    }

    /** Why {@link #find} does not look at the whole of a text: it holds too many ids or keys. Of nearly all texts the length says no. */
    public static Optional<String> cutShort(String text) {
        if (text.length() <= SHORTEST_TO_CUT || !KeyPrefixes.standIn(text)) {
            return Optional.empty();
        }
        if (KeyIds.areTooMany(text)) {
            return Optional.of("more than " + KeyIds.MAX_IDS + " key ids");
        }
        return BedrockKeys.areTooMany(text)
                ? Optional.of("more than " + BedrockKeys.MAX_KEYS + " keys of Bedrock")
                : Optional.empty();
    }

    private static List<KeyMatch> bearers(String text, TextFormat format) {
        List<KeyMatch> matches = new ArrayList<>();
        int line = 1;
        int counted = 0;
        for (Region key : BedrockKeys.in(text)) {
            line += Lines.between(text, counted, key.from());
            counted = key.from();
            KeyId id = KeyId.ofBedrock(text.substring(key.from(), key.to()));
            matches.add(new KeyMatch(id, line, format.isComment(text, key.from()), section(text, format, key.from())));
        }
        return matches;
    }

    private static Optional<String> section(String text, TextFormat format, int position) {
        return format == TextFormat.INI ? Sections.name(text, position) : Optional.empty();
    }

    private static List<KeyMatch> pairs(String text, TextFormat format) {
        int[] ids = KeyIds.in(text);
        if (ids.length == 0) {
            return List.of();
        }
        int[] active =
                Arrays.stream(ids).filter(id -> !format.isComment(text, id)).toArray();
        List<KeyMatch> matches = new ArrayList<>();
        Set<String> used = new HashSet<>();
        SecretRuns runs = new SecretRuns(text);
        Vicinity vicinity = new Vicinity(text, runs, format, format.region(text, ids[0]));
        int line = 1;
        int counted = 0;
        for (int id : ids) {
            line += Lines.between(text, counted, id);
            counted = id;
            String name = text.substring(id, id + KeyIds.LENGTH);
            if (!format.grouped() && used.contains(name)) {
                continue;
            }
            Region region = format.region(text, id);
            vicinity = region.equals(vicinity.region()) ? vicinity : new Vicinity(text, runs, format, region);
            Pairing pairing = pairing(vicinity, id, active);
            if (pairing != Pairing.NONE) {
                KeyId keyId = KeyId.of(name).orElseThrow();
                matches.add(new KeyMatch(keyId, line, pairing == Pairing.COMMENTED, section(text, format, id)));
            }
            if (pairing == Pairing.USED) {
                used.add(name);
            }
        }
        return matches;
    }

    private enum Pairing {
        NONE,
        COMMENTED,
        USED
    }

    /** A commented id takes a commented secret, or an active one that no active id claims. */
    private static Pairing pairing(Vicinity vicinity, int id, int[] active) {
        if (Arrays.binarySearch(active, id) >= 0) {
            if (vicinity.hasActiveSecret(id)) {
                return Pairing.USED;
            }
            return vicinity.hasCommentedSecret(id) ? Pairing.COMMENTED : Pairing.NONE;
        }
        boolean claimed = Arrays.stream(active).anyMatch(vicinity.region()::contains);
        boolean paired = vicinity.hasCommentedSecret(id) || (!claimed && vicinity.hasActiveSecret(id));
        return paired ? Pairing.COMMENTED : Pairing.NONE;
    }
}
