package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What users look up in the README is there. */
class ReadmeTest {
    private final String readme = read("README.md");

    @Test
    void everyFindingIsInTheTableWithItsSeveritiesAndItsLink() {
        for (FindingCode code : FindingCode.values()) {
            String severities = code.severities().stream().map(Severity::label).collect(Collectors.joining(", "));
            assertThat(readme)
                    .contains("\n| [`" + code.label() + "`](config/RUNBOOK.md#" + code.label() + ") | " + severities
                            + " | ");
        }
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

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
