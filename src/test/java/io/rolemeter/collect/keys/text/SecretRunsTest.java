package io.rolemeter.collect.keys.text;

import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRunsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                " %s ",
                "=%s",
                "'%s'",
                "\"%s\"",
                ":%s@",
                "\\n%s\\n",
                "\\r%s",
                "\\t%s",
                "%%3D%s%%0A",
                "\n%s\n"
            })
    void aRunThatStandsAloneIsFound(String around) {
        String text = String.format(around, SECRET);

        assertThat(starts(text, new Region(0, text.length()))).containsExactly(text.indexOf(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%s", "%sa", "_%s", "%s_", "-%s", "%s-", "%s=", "/%s", "%s+", "7%s", "n%s"})
    void aRunThatIsPartOfSomethingLongerIsNone(String around) {
        String text = String.format(around, SECRET);

        assertThat(starts(text, new Region(0, text.length()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaA1", // says little
                "abcdefghijklmnopqrstuvwxyz0123456789abcd", // without a capital
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCD", // without a small letter
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN", // without a digit
                "da39a3ee5e6b4b0d3255bfef95601890afd80709" // a hash
            })
    void whatDoesNotLookRandomIsNone(String run) {
        assertThat(run).hasSize(40);
        assertThat(starts(run, new Region(0, run.length()))).isEmpty();
    }

    @Test
    void onlyWhatLiesWhollyInTheRegionCounts() {
        String text = "  " + SECRET + "  " + SECRET + " ";

        assertThat(starts(text, new Region(0, text.length()))).containsExactly(2, 44);
        assertThat(starts(text, new Region(2, 42))).containsExactly(2);
        assertThat(starts(text, new Region(2, 41))).isEmpty();
        assertThat(starts(text, new Region(3, 84))).containsExactly(44);
        assertThat(starts(text, new Region(44, 84))).containsExactly(44);
        assertThat(starts(text, new Region(45, 84))).isEmpty();
    }

    /** As ids follow each other in a text, and as none does. */
    @Test
    void regionsInAnyOrderAnswerAsIfEachWereTheFirst() {
        String text = (" " + SECRET + "\n").repeat(50);
        SecretRuns runs = new SecretRuns(text);

        for (int from : new int[] {0, 10, 400, 410, 100, 2000, 0, 1900}) {
            Region region = new Region(from, Math.min(text.length(), from + 130));
            List<Integer> seen = new ArrayList<>();
            runs.any(region, start -> !seen.add(start));
            assertThat(seen).as("from " + from).isEqualTo(starts(text, region));
        }
    }

    @Test
    void theFirstThatIsWantedEndsTheSearch() {
        String text = SECRET + " " + SECRET;
        SecretRuns runs = new SecretRuns(text);

        assertThat(runs.any(new Region(0, text.length()), start -> start == 0)).isTrue();
        assertThat(runs.any(new Region(0, text.length()), start -> start == 41)).isTrue();
        assertThat(runs.any(new Region(0, text.length()), start -> false)).isFalse();
    }

    private static List<Integer> starts(String text, Region region) {
        List<Integer> starts = new ArrayList<>();
        new SecretRuns(text).any(region, start -> !starts.add(start));
        return starts;
    }
}
