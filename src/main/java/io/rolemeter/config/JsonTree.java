package io.rolemeter.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What JSON a value of the file stands for. */
final class JsonTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern FRACTION = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})\\.[0-9]{1,17}");

    private JsonTree() {}

    static JsonNode of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
            return object;
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.entries().forEach(entry -> array.add(of(entry)));
            return array;
        }
        return node instanceof Node.Scalar scalar ? of(scalar) : JSON.nullNode();
    }

    private static JsonNode of(Node.Scalar scalar) {
        String text = scalar.value();
        if (scalar.quoted()) {
            return JSON.textNode(text);
        }
        Optional<JsonNode> number = Scalars.number(text).map(JSON::numberNode);
        if (FRACTION.matcher(text).matches()) {
            number = Optional.of(JSON.numberNode(new BigDecimal(text)));
        }
        Optional<Boolean> flag = Scalars.flag(text);
        return number.or(() -> flag.map(JSON::booleanNode)).orElseGet(() -> JSON.textNode(text));
    }
}
