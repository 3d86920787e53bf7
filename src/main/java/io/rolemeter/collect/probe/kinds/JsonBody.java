package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rolemeter.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** The JSON that services are asked in, and answer in. */
final class JsonBody {
    private JsonBody() {}

    /** The tree of an answer; a missing node for what is not JSON, so that nothing is found in it. */
    static JsonNode read(String body) {
        return Json.read(body).orElseGet(MissingNode::getInstance);
    }

    /** A request with these members, in the order of their names. */
    static String write(Map<String, String> members) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(members).forEach(request::put);
        return Json.write(request);
    }
}
