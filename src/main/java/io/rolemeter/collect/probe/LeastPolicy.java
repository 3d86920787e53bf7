package io.rolemeter.collect.probe;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rolemeter.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The policy that allows some grants and nothing else: one statement for the actions that share their resources. */
public final class LeastPolicy {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LeastPolicy() {}

    /** An IAM policy document; its statements are in the order of the grants. */
    public static String of(List<Grant> grants) {
        Map<SortedSet<String>, SortedSet<String>> actions = new LinkedHashMap<>();
        for (Grant grant : grants) {
            for (String resource : grant.resources()) {
                SortedSet<String> alone = new TreeSet<>(List.of(resource));
                actions.computeIfAbsent(alone, unused -> new TreeSet<>()).addAll(grant.actions());
            }
        }
        Map<SortedSet<String>, SortedSet<String>> statements = new LinkedHashMap<>();
        actions.forEach((resource, allowed) ->
                statements.computeIfAbsent(allowed, unused -> new TreeSet<>()).addAll(resource));
        ObjectNode policy = JSON.objectNode().put("Version", "2012-10-17");
        ArrayNode list = policy.putArray("Statement");
        statements.forEach((allowed, resources) -> {
            ObjectNode statement = list.addObject().put("Effect", "Allow");
            statement.set("Action", array(allowed));
            statement.set("Resource", array(resources));
        });
        return write(policy);
    }

    private static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static String write(ObjectNode policy) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        return Json.write(policy, printer);
    }
}
