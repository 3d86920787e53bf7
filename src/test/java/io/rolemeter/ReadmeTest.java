package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users look up in the README is there. */
class ReadmeTest {
    private static final Set<FindingCode> NOT_DECIDED_YET = Set.of(FindingCode.APP_HOLDS_STALE_CREDENTIALS);

    private final String readme = read("README.md");

    @Test
    void everyFindingHasASectionOrIsNamedAsNotDecidedYet() {
        assertThat(Stream.of(FindingCode.values())).allSatisfy(code -> {
            String heading = "### `" + code.label() + "`\n";
            if (NOT_DECIDED_YET.contains(code)) {
                assertThat(readme).contains("`" + code.label() + "`").doesNotContain(heading);
            } else {
                assertThat(readme).contains(heading);
            }
        });
    }

    @Test
    void everyMetricOfAScrapeIsInTheTable() {
        Set<String> metrics = new TreeSet<>();
        Matcher family =
                Pattern.compile("(?m)^# TYPE rolemeter_(\\S+)").matcher(read("src/test/resources/golden/metrics.txt"));
        while (family.find()) {
            metrics.add(family.group(1));
        }

        assertThat(metrics)
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void everyAlertLeadsToASection() {
        Matcher link =
                Pattern.compile("runbook_url: .*rolemeter#([a-z0-9_]+)").matcher(read("config/rolemeter.rules.yml"));
        while (link.find()) {
            assertThat(readme).containsPattern("(?mi)^#+ `?" + link.group(1) + "`?$");
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
