package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.TreeMap;

/** The JSON that services are asked in, and answer in. */
final class JsonBody {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonBody() {}

    /** The tree of an answer; a missing node for what is not JSON, so that nothing is found in it. */
    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A request with these members, in the order of their names. */
    static String write(Map<String, ?> members) {
        return JSON.valueToTree(new TreeMap<>(members)).toString();
    }
}
