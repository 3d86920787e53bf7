package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is woken by an alert finds what it stands for, and what to do. */
class RunbookTest {
    private static final String RUNBOOK = "https://github.com/rolemeter/rolemeter/blob/main/config/RUNBOOK.md#";
    private static final Pattern CODE = Pattern.compile("rolemeter_finding\\{[^}]*code=~?\"([a-z0-9_|]+)\"");
    private static final List<String> PARTS = List.of("Means", "Comes about", "Confirm", "Fix", "Do not");
    /** Sections of alerts that stand for no finding. */
    private static final Set<String> OTHER_SECTIONS = Set.of("down", "config_reload_failed");

    private final Map<String, String> sections = sections(read("config/RUNBOOK.md"));
    private final List<JsonNode> alerts = alerts(read("config/rolemeter.rules.yml"));

    @Test
    void everyFindingHasASectionAndEverySectionAFindingOrAnAlert() {
        Set<String> expected = new TreeSet<>(OTHER_SECTIONS);
        expected.addAll(labels(Stream.of(FindingCode.values())));

        assertThat(sections.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everySectionSaysWhatItMeansWhereItComesFromAndWhatToDo() {
        assertThat(sections)
                .allSatisfy((code, text) -> assertThat(PARTS)
                        .allSatisfy(part -> assertThat(text).as(code).contains("**" + part + "**")));
    }

    @Test
    void everyLinkWithinTheRunbookLeadsToAHeading() {
        String runbook = read("config/RUNBOOK.md");
        Set<String> anchors = new TreeSet<>();
        Pattern.compile("(?m)^#+ (.+)$")
                .matcher(runbook)
                .results()
                .forEach(heading -> anchors.add(heading.group(1)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-')
                        .toLowerCase(java.util.Locale.ROOT)));

        assertThat(Pattern.compile("]\\(#([^)]+)\\)").matcher(runbook).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(anchors).contains(link));
    }

    @Test
    void everyAlertLeadsToASection() {
        assertThat(alerts).allSatisfy(alert -> {
            String url = alert.at("/annotations/runbook_url").asText();
            assertThat(url).startsWith(RUNBOOK);
            String anchor = url.substring(RUNBOOK.length());
            assertThat(anchor.equals("{{ $labels.code }}") || sections.containsKey(anchor))
                    .as(url)
                    .isTrue();
        });
    }

    @Test
    void everyCriticalFindingHasAnAlertOfItsNameThatPages() {
        Stream.of(FindingCode.values())
                .filter(code -> code.severities().contains(Severity.CRITICAL))
                .forEach(code -> assertThat(alerts).as(code.label()).anySatisfy(alert -> {
                    assertThat(alert.path("alert").asText()).isEqualTo("Rolemeter" + camelCase(code.label()));
                    assertThat(alert.at("/labels/severity").asText()).isEqualTo("critical");
                    assertThat(alert.at("/annotations/runbook_url").asText()).isEqualTo(RUNBOOK + code.label());
                }));
    }

    @Test
    void everyWarningIsTheBusinessOfAnAlert() {
        Set<String> watched = new TreeSet<>();
        for (JsonNode alert : alerts) {
            Matcher codes = CODE.matcher(alert.path("expr").asText());
            if (alert.at("/labels/severity").asText().equals("warning") && codes.find()) {
                watched.addAll(List.of(codes.group(1).split("\\|")));
            }
        }

        assertThat(watched)
                .containsAll(labels(Stream.of(FindingCode.values())
                        .filter(code -> code.severities().contains(Severity.WARNING))));
    }

    /** The alert for what a newer agent finds leaves out what the others watch: all that there is, and nothing else. */
    @Test
    void theAlertForUnknownFindingsKnowsAllThatThereAre() {
        Set<String> known = labels(Stream.of(FindingCode.values()));
        List<JsonNode> unknown = alerts.stream()
                .filter(alert -> alert.path("alert").asText().equals("RolemeterFinding"))
                .toList();

        assertThat(unknown).hasSize(2).allSatisfy(alert -> {
            Matcher excluded = Pattern.compile("code!~\"([^\"]+)\"")
                    .matcher(alert.path("expr").asText());
            assertThat(excluded.find()).isTrue();
            assertThat(excluded.group(1).split("\\|")).containsExactlyInAnyOrderElementsOf(known);
        });
    }

    @Test
    void everyAlertNamesTheHostAndIsTestedFiringAndSilent() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/test/prometheus"))) {
            files.forEach(file -> tests.append(read(file.toString())));
        }

        assertThat(alerts).hasSizeGreaterThan(30).allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            if (!name.equals("RolemeterNoTargets")) {
                assertThat(alert.at("/annotations/summary").asText()).contains("{{ $labels.instance }}");
                assertThat(alert.at("/annotations").has("identity")).as(name).isTrue();
            }
            assertThat(tests).containsPattern("alertname: " + name + "\n        exp_alerts:");
            assertThat(tests).containsPattern("alertname: " + name + "\n(?!        exp_alerts:)");
        });
    }

    private static Set<String> labels(Stream<FindingCode> codes) {
        return codes.map(FindingCode::label).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String camelCase(String code) {
        return Stream.of(code.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The text under each third-level heading that is a code. */
    private static Map<String, String> sections(String runbook) {
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher section = Pattern.compile("(?ms)^### `(\\w+)`\n(.*?)(?=^##)").matcher(runbook);
        while (section.find()) {
            sections.put(section.group(1), section.group(2));
        }
        return sections;
    }

    private static List<JsonNode> alerts(String rules) {
        List<JsonNode> alerts = new ArrayList<>();
        try {
            for (JsonNode group : new YAMLMapper().readTree(rules).path("groups")) {
                for (JsonNode rule : group.path("rules")) {
                    if (rule.has("alert")) {
                        alerts.add(rule);
                    }
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return alerts;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
