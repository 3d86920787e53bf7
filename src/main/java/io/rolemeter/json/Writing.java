package io.rolemeter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** From nodes to the generator's calls. */
final class Writing {
    private Writing() {}

    static void value(JsonGenerator json, JsonNode node) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                json.writeStartObject();
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    json.writeFieldName(member.getKey());
                    value(json, member.getValue());
                }
                json.writeEndObject();
            }
            case ARRAY -> {
                json.writeStartArray();
                for (JsonNode element : node) {
                    value(json, element);
                }
                json.writeEndArray();
            }
            case STRING -> json.writeString(node.textValue());
            case BOOLEAN -> json.writeBoolean(node.booleanValue());
            case NUMBER -> number(json, node);
            default -> json.writeNull();
        }
    }

    /** What JSON has no number for, such as infinity, becomes text. */
    private static void number(JsonGenerator json, JsonNode node) throws IOException {
        if (node.isDouble()) {
            json.writeNumber(node.doubleValue());
        } else {
            json.writeNumber(node.asText());
        }
    }
}
