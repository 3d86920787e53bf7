package io.rolemeter.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of the status document, and what a document says that it does not. */
public final class StatusSchema {
    private static final Path FILE = Path.of("config/status.schema.json");
    private static final JsonMapper JSON = new JsonMapper();

    private StatusSchema() {}

    public static JsonNode read() throws IOException {
        return JSON.readTree(Files.readString(FILE));
    }

    /** All that is wrong with a document, properties included that the schema does not name: users may meet more, we may not. */
    public static List<String> problems(String document) throws IOException {
        JsonNode closed = read();
        close(closed);
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        closed,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        return schema.validate(JSON.readTree(document)).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        node.forEach(StatusSchema::close);
    }
}
