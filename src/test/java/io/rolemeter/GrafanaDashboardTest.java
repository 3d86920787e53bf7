package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Grafana imports the dashboards and draws them as they are meant. {@link PrometheusIT} asks their queries. */
class GrafanaDashboardTest {
    private static final int COLUMNS = 24;
    private static final String DATASOURCE = "${datasource}";
    /** The units in use, by their ids in Grafana: an id that it does not know is drawn as text behind the number. */
    private static final Set<String> UNITS = Set.of("s", "reqps", "percentunit");

    private static final Set<String> PANEL_TYPES =
            Set.of("row", "stat", "table", "timeseries", "state-timeline", "bargauge");

    static Stream<GrafanaDashboard> dashboards() {
        return Stream.of(GrafanaDashboard.host(), GrafanaDashboard.fleet());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void itIsOneThatGrafanaImports(GrafanaDashboard dashboard) {
        JsonNode json = dashboard.json();

        assertThat(json.path("uid").asText()).isEqualTo(dashboard.name());
        assertThat(json.path("id").isNull()).as("the id is of one Grafana").isTrue();
        assertThat(json.path("schemaVersion").asInt()).isEqualTo(42);
        assertThat(json.path("title").asText()).isNotEmpty();
        assertThat(dashboard.panels().stream().map(panel -> panel.path("id").asInt()))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.path("type").asText()).isIn(PANEL_TYPES);
            JsonNode unit = panel.at("/fieldConfig/defaults/unit");
            assertThat(unit.isMissingNode() || UNITS.contains(unit.asText()))
                    .as(unit.asText())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void noPanelCoversAnother(GrafanaDashboard dashboard) {
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : dashboard.panels()) {
            JsonNode place = panel.path("gridPos");
            int left = place.path("x").asInt();
            int top = place.path("y").asInt();
            assertThat(left + place.path("w").asInt()).isBetween(1, COLUMNS);
            for (int x = left; x < left + place.path("w").asInt(); x++) {
                for (int y = top; y < top + place.path("h").asInt(); y++) {
                    assertThat(taken.add(List.of(x, y)))
                            .as("%s at %d, %d", panel.path("title"), x, y)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelAsksTheChosenDatasourceAndOnlyVariablesThatThereAre(GrafanaDashboard dashboard) {
        Set<String> variables = dashboard.variables().stream()
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        dashboard
                .expressions()
                .forEach(expression -> Pattern.compile("\\$(\\w+)")
                        .matcher(expression)
                        .results()
                        .forEach(variable -> used.add(variable.group(1))));

        assertThat(variables).contains("datasource").containsAll(used);
        assertThat(dashboard.panels())
                .filteredOn(panel -> !panel.path("type").asText().equals("row"))
                .allSatisfy(panel -> {
                    assertThat(panel.at("/datasource/uid").asText()).isEqualTo(DATASOURCE);
                    assertThat(panel.path("targets")).isNotEmpty().allSatisfy(target -> {
                        assertThat(target.at("/datasource/uid").asText()).isEqualTo(DATASOURCE);
                        assertThat(target.path("refId").asText()).isNotEmpty();
                    });
                });
    }

    @Test
    void theFleetReadsRecordedSeriesOnly() {
        assertThat(GrafanaDashboard.fleet().expressions())
                .allSatisfy(expression -> assertThat(expression.replaceAll("\\b(?:fleet|instance):rolemeter_", ""))
                        .doesNotContain("rolemeter_"));
    }

    @Test
    void aHostOfTheFleetLeadsToItsOwnDashboard() {
        assertThat(GrafanaDashboard.fleet().json().toString())
                .contains("/d/" + GrafanaDashboard.host().name() + "?")
                .contains("var-instance=${__value.raw}");
        assertThat(GrafanaDashboard.host().json().toString())
                .contains("/d/" + GrafanaDashboard.fleet().name() + "?");
    }
}
