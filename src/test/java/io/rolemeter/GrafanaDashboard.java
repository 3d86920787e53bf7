package io.rolemeter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A dashboard that is shipped, as its file has it. */
record GrafanaDashboard(String name, JsonNode json) {
    /** What one panel asks Prometheus. */
    record Query(String panel, String expression) {
        /** With the dashboard's variables replaced by these. */
        Query with(Map<String, String> variables) {
            String replaced = expression;
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                replaced = replaced.replace("$" + variable.getKey(), variable.getValue());
            }
            return new Query(panel, replaced);
        }
    }

    static GrafanaDashboard host() {
        return read("rolemeter-host");
    }

    static GrafanaDashboard fleet() {
        return read("rolemeter-fleet");
    }

    List<JsonNode> panels() {
        return list(json.path("panels"));
    }

    List<JsonNode> variables() {
        return list(json.at("/templating/list"));
    }

    /** Of all panels, in their order. */
    List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : panels()) {
            String title = panel.path("title").asText();
            panel.path("targets")
                    .forEach(target ->
                            queries.add(new Query(title, target.path("expr").asText())));
        }
        return queries;
    }

    /** The queries of the panels and of the variables. */
    Stream<String> expressions() {
        return Stream.concat(
                queries().stream().map(Query::expression),
                variables().stream().map(variable -> variable.path("definition").asText()));
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static GrafanaDashboard read(String name) {
        try {
            Path file = Path.of("config", "grafana", name + ".json");
            return new GrafanaDashboard(name, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
