package io.rolemeter.collect.keys.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.collect.keys.text.KeyPattern;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One file for every place, notation and exposure, and as many near misses in the same files: every key is found once, where and as
 * what it is, and no near miss is reported. The counts are printed.
 */
class KeyCorpusTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final List<String> CONFIGURED = List.of("/data/odd.place", "/data/odd.place.bak");

    private static final int ROUNDS = 4;

    private final Random random = new Random(20_261_121);

    private enum Variant {
        ACTIVE,
        COMMENTED,
        BACKUP;

        boolean existsFor(Site site, Notation notation) {
            return switch (this) {
                case ACTIVE -> true;
                case COMMENTED -> notation.commentable();
                case BACKUP -> site.hasBackups();
            };
        }

        Exposure expected(Site site) {
            if (this == BACKUP || site.ifActive() == Exposure.BACKUP) {
                return Exposure.BACKUP;
            }
            return this == COMMENTED ? Exposure.COMMENTED : site.ifActive();
        }
    }

    @Test
    void everyKeyIsFoundWhereAndAsWhatItIs(@TempDir Path folder) {
        Map<Place, Integer> counts = new EnumMap<>(Place.class);
        Map<Exposure, Integer> exposures = new EnumMap<>(Exposure.class);
        for (Notation notation : Notation.values()) {
            for (Variant variant : Variant.values()) {
                FakeHost host = Sites.host(folder.resolve(notation + "-" + variant));
                Set<String> expected = new HashSet<>();
                for (Site site : Sites.ALL) {
                    if (site.notations().contains(notation) && variant.existsFor(site, notation)) {
                        String id = id();
                        String path = write(host, site, notation, variant, id, secret());
                        Exposure exposure = variant.expected(site);
                        expected.add(described(site.place(), path, id, exposure, ALPHABET.indexOf(id.charAt(4)) >= 16));
                        counts.merge(site.place(), 1, Integer::sum);
                        exposures.merge(exposure, 1, Integer::sum);
                    }
                }
                KeysFact fact = host.collect(CONFIGURED, List.of());
                assertThat(fact.keys().stream().map(KeyCorpusTest::described))
                        .as("%s, %s", notation, variant)
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(fact.complete()).isTrue();
            }
        }
        int keys = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("corpus: %d keys in %d files, all found: %s, %s%n", keys, keys, counts, exposures);
        assertThat(counts.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Place.PROCESS_ENVIRONMENT, Place.PROCESS_ARGUMENTS)));
    }

    /** Each near miss meets each notation, and in turn each site. */
    @Test
    void noNearMissIsReported(@TempDir Path folder) {
        NearMiss[] nearMisses = NearMiss.values();
        int files = 0;
        for (Notation notation : Notation.values()) {
            for (int round = 0; round < ROUNDS; round++) {
                FakeHost host = Sites.host(folder.resolve(notation + "-" + round));
                for (Site site : Sites.ALL) {
                    if (site.notations().contains(notation)) {
                        NearMiss nearMiss = nearMisses[files++ % nearMisses.length];
                        write(host, site, notation, Variant.ACTIVE, nearMiss.id(id()), nearMiss.secret(secret()));
                    }
                }
                KeysFact fact = host.collect(CONFIGURED, List.of());
                assertThat(fact.keys().stream().map(KeyCorpusTest::described))
                        .as("%s, round %d", notation, round)
                        .isEmpty();
            }
        }
        for (Notation notation : Notation.values()) {
            for (NearMiss nearMiss : nearMisses) {
                String text = notation.write(nearMiss.id(id()), nearMiss.secret(secret()));
                for (TextFormat format : TextFormat.values()) {
                    assertThat(KeyPattern.find(text, format))
                            .as("%s, %s, %s", notation, nearMiss, format)
                            .isEmpty();
                }
                files++;
            }
        }
        System.out.printf("corpus: %d near misses, none reported%n", files);
    }

    private static String write(
            FakeHost host, Site site, Notation notation, Variant variant, String id, String secret) {
        String text = variant == Variant.COMMENTED ? notation.writeCommented(id, secret) : notation.write(id, secret);
        String path = variant == Variant.BACKUP ? site.path() + ".bak" : site.path();
        host.file(path, text);
        return path;
    }

    private static String described(FoundKey key) {
        String masked = key.keyId().masked();
        return key.place() + " " + key.location().path() + " " + masked.substring(16) + " " + key.exposure() + " "
                + key.keyId().accountId().isPresent();
    }

    private static String described(Place place, String path, String id, Exposure exposure, boolean hasAccount) {
        return place + " " + path + " " + id.substring(16) + " " + exposure + " " + hasAccount;
    }

    /** Of the old format, without an account, about as often as of the new one, whose account has no more than twelve digits. */
    private String id() {
        StringBuilder id = new StringBuilder("AKIA");
        while (id.length() < 20) {
            int letters = id.length() == 4 ? ALPHABET.length() - 2 : ALPHABET.length();
            id.append(ALPHABET.charAt(random.nextInt(letters)));
        }
        return id.toString();
    }

    private String secret() {
        StringBuilder secret = new StringBuilder("+/aZ9");
        while (secret.length() < 40) {
            secret.append(BASE64.charAt(random.nextInt(BASE64.length())));
        }
        return secret.toString();
    }
}
