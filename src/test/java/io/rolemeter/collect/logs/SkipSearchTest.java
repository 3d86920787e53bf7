package io.rolemeter.collect.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SkipSearchTest {
    @Test
    void itFindsWhatASearchForEachWordFinds() {
        Random random = new Random(4);
        for (int round = 0; round < 2000; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                words.add(text(random, 2 + random.nextInt(5)));
            }
            String text = text(random, random.nextInt(120));
            int from = text.isEmpty() ? 0 : random.nextInt(text.length());

            assertThat(found(words, text, from)).as(words + " in " + text).isEqualTo(slowly(words, text, from));
        }
    }

    @Test
    void everyWordOfTheTaxonomyIsFoundInTheMidstOfAnything() {
        List<String> words =
                ErrorWords.all().stream().map(ErrorWords.Word::text).toList();
        Random random = new Random(5);
        for (String word : words) {
            String text = text(random, 300) + word + text(random, 300);

            assertThat(found(words, text, 0)).contains(words.indexOf(word) + "@300");
        }
    }

    @Test
    void noWordReachesBeyondTheEnd() {
        byte[] text = "ExpiredToken".getBytes(StandardCharsets.US_ASCII);
        List<Integer> hits = new ArrayList<>();

        new SkipSearch(List.of("ExpiredToken")).each(text, 0, text.length - 1, (word, position) -> hits.add(position));

        assertThat(hits).isEmpty();
    }

    @Test
    void aWordOfOneCharacterIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SkipSearch(List.of("long enough", "a")));
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }

    private static Set<String> found(List<String> words, String text, int from) {
        Set<String> found = new TreeSet<>();
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        new SkipSearch(words).each(bytes, from, bytes.length, (word, position) -> found.add(word + "@" + position));
        return found;
    }

    private static Set<String> slowly(List<String> words, String text, int from) {
        Set<String> found = new TreeSet<>();
        for (int word = 0; word < words.size(); word++) {
            for (int at = text.indexOf(words.get(word), from); at >= 0; at = text.indexOf(words.get(word), at + 1)) {
                found.add(word + "@" + at);
            }
        }
        return found;
    }
}
