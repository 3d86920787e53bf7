package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Made-up keys, each different from all others, and the search for them in what a program has told. */
final class Canary {
    private static final String KEY_ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int SECRET_LENGTH = 40;

    /** A piece of a secret that is this long is a leak. */
    private static final int WINDOW = 14;

    /** A key and the place that it was put into. */
    record Key(String place, String id, String secret) {
        /** What is left of the id when it is masked. */
        String lastFour() {
            return id.substring(id.length() - 4);
        }
    }

    private final Random random = new Random(17);
    private final List<Key> keys = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<String> planted = new ArrayList<>();

    /** Another key, for {@code place}, which must be found there. */
    Key plant(String place) {
        Key key = another(place);
        keys.add(key);
        return key;
    }

    /** Another key that may stand in the name of a file: nothing says that it is found there, but it must not be told. */
    Key name(String place) {
        Key key = another(place);
        return new Key(place, key.id(), key.secret().replace('/', 'x'));
    }

    /** Something that exists without us and must not be told either. */
    void hide(String secret) {
        secrets.add(secret);
    }

    /** Every secret and whole key id that was planted, or put into a name. */
    List<String> planted() {
        return List.copyOf(planted);
    }

    /** The key that was planted there. */
    Key at(String place) {
        return keys.stream()
                .filter(key -> key.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    /** The places whose key is not among those with these last characters. */
    Set<String> placesMissedBy(List<String> maskedIds) {
        Set<String> missed = new TreeSet<>();
        keys.stream()
                .filter(key -> maskedIds.stream().noneMatch(id -> id.endsWith("*" + key.lastFour())))
                .forEach(key -> missed.add(key.place()));
        return missed;
    }

    /** Fails when {@code told} has a secret or a whole key id in it, in whatever notation. */
    void assertNothingIn(String where, String told) {
        String decoded = told.replace("\\/", "/")
                .replace("\\u002b", "+")
                .replace("\\u002B", "+")
                .replace("&#43;", "+")
                .replace("&#x2B;", "+")
                .replace("&#47;", "/")
                .replace("&#x2F;", "/");
        assertThat(decoded).as(where).doesNotContainPattern("(?:AKIA|ASIA)[A-Z0-9]{16}");
        for (String secret : secrets) {
            for (int start = 0; start + WINDOW <= secret.length(); start++) {
                String piece = secret.substring(start, start + WINDOW);
                assertThat(decoded.contains(piece) || decoded.contains(encoded(piece)))
                        .as("%s has %s of a secret in it", where, piece)
                        .isFalse();
            }
        }
    }

    private Key another(String place) {
        String id = "AKIARTX3GSDS" + text(KEY_ID_ALPHABET, 8);
        String secret = text(SECRET_ALPHABET, SECRET_LENGTH - 2) + "a7";
        secrets.add(secret);
        secrets.add(secret.replace('/', 'x'));
        planted.addAll(List.of(id, secret, secret.replace('/', 'x')));
        return new Key(place, id, secret);
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
