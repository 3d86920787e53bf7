package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.aws.Xml;
import io.rolemeter.config.Section;
import io.rolemeter.model.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What must stand in an answer. A failed check names the place and what is expected there, never what was found: that may be a
 * secret.
 *
 * <pre>{@code
 * json: { /StreamInfo/Status: ACTIVE }            # the text of a value, by its JSON pointer
 * xml: { GetCallerIdentityResult/Account: "1" }   # the text of an element, by its path beneath the root
 * count: { /ResourceEndpointList: 2 }             # entries of a list or mapping, or elements at a path: 2, ">=1", "<=3"
 * }</pre>
 */
record AnswerChecks(Map<String, String> json, Map<String, String> xml, Map<String, ExpectedCount> count) {
    static AnswerChecks read(Section own) {
        Map<String, String> json = own.map("json");
        Map<String, ExpectedCount> count = counts(own.section("count"));
        json.keySet().stream()
                .filter(pointer -> !pointer.startsWith("/"))
                .findFirst()
                .ifPresent(pointer -> own.problem("json", "has a key that is no JSON pointer; expected such as /ok"));
        return new AnswerChecks(json, own.map("xml"), count);
    }

    private static Map<String, ExpectedCount> counts(Section section) {
        Map<String, ExpectedCount> counts = new LinkedHashMap<>();
        for (String place : section.keys()) {
            section.required(place, ExpectedCount.EXPECTED, ExpectedCount::of)
                    .ifPresent(expected -> counts.put(place, expected));
        }
        section.finish();
        return counts;
    }

    boolean none() {
        return json.isEmpty() && xml.isEmpty() && count.isEmpty();
    }

    /** The first check that the body does not meet, as a sentence. */
    Optional<String> unmet(String body) {
        if (none()) {
            return Optional.empty();
        }
        JsonNode tree = JsonBody.read(body);
        Optional<Xml> root = tree.isMissingNode() ? Xml.parse(body) : Optional.empty();
        if (tree.isMissingNode() && root.isEmpty()) {
            return Optional.of("the answer is neither JSON nor XML");
        }
        return first(json, (place, expected) -> {
                    JsonNode found = tree.at(JsonPointer.compile(place));
                    return found.isValueNode() && found.asText().equals(expected);
                })
                .or(() -> first(
                        xml,
                        (place, expected) -> root.flatMap(one -> one.text(place))
                                .filter(expected::equals)
                                .isPresent()))
                .or(() -> first(count, (place, expected) -> expected.met(count(place, tree, root))));
    }

    private static int count(String place, JsonNode tree, Optional<Xml> root) {
        return place.startsWith("/")
                ? tree.at(JsonPointer.compile(place)).size()
                : root.map(one -> one.at(place)).map(List::size).orElse(0);
    }

    private interface Check<T> {
        boolean met(String place, T expected);
    }

    private static <T> Optional<String> first(Map<String, T> checks, Check<T> check) {
        Function<Map.Entry<String, T>, String> sentence =
                one -> SafeText.of(one.getKey() + " is not as expected: " + one.getValue());
        return checks.entrySet().stream()
                .filter(one -> !check.met(one.getKey(), one.getValue()))
                .map(sentence)
                .findFirst();
    }
}
