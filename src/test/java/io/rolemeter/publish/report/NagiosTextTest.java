package io.rolemeter.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.publish.Golden;
import io.rolemeter.publish.Hosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NagiosTextTest {
    /** {@code 'label'=value[unit];warning;critical[;least]}, as the guidelines for plug-ins have it. */
    private static final Pattern NUMBER = Pattern.compile("'([^'=]+)'=(-?\\d+s?|U);(\\d*:?);(\\d*:?)(;\\d*)?(?: |$)");

    @Test
    void aShadowedRole() throws IOException {
        Golden.compare(NagiosText.write(Hosts.shadowed()), "status.nagios.txt");
    }

    @Test
    void beforeTheFirstCycleNothingIsKnown() throws IOException {
        Golden.compare(NagiosText.write(Hosts.unknown()), "status.unknown.nagios.txt");
    }

    @Test
    void theNumbersAreTheSameOnesWhateverIsKnown() {
        assertThat(labels(NagiosText.write(Hosts.unknown())))
                .isEqualTo(labels(NagiosText.write(Hosts.shadowed())))
                .hasSize(11);
    }

    @Test
    void textFromTheHostBringsNeitherBarsNorLines() {
        String text = NagiosText.write(Hosts.saying("a|b\n'expires'=0s;1:;1: \u001b[31m`id`"));

        assertThat(text.lines().findFirst().orElseThrow())
                .startsWith("ROLEMETER CRITICAL: ")
                .containsOnlyOnce("|");
        assertThat(text.lines().skip(1)).noneMatch(line -> line.contains("|")).anyMatch(line -> line.contains("a¦b"));
        assertThat(text).doesNotContain("\u001b", "`");
    }

    @Test
    void aLongStoryIsCutBetweenLines() {
        Diagnosis one = Hosts.saying("ä".repeat(10_000));
        List<io.rolemeter.model.Finding> many = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            many.addAll(one.findings());
        }
        String text = NagiosText.write(new Diagnosis(one.at(), one.facts(), many, one.status(), one.migration()));

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(3000, 4096);
        assertThat(text).endsWith("\n… more: rolemeter check\n");
        assertThat(labels(text)).hasSize(11);
    }

    private static List<String> labels(String text) {
        String first = text.lines().findFirst().orElseThrow();
        String numbers = first.substring(first.indexOf(" | ") + 3);
        List<String> labels = new ArrayList<>();
        Matcher number = NUMBER.matcher(numbers);
        int end = 0;
        while (number.find() && number.start() == end) {
            labels.add(number.group(1));
            end = number.end();
        }
        assertThat(end).as(numbers).isEqualTo(numbers.length());
        return labels;
    }
}
