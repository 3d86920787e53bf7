package io.rolemeter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes trees of JSON. A tree is never asked for its {@code toString()}, which would load the object mapper. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * The first value of a text from anybody; empty when there is none or it is malformed. Nested at most 1,000 levels deep; of
     * members with the same name the last counts; what follows the value is not looked at.
     */
    public static Optional<JsonNode> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parser.nextToken() == null ? Optional.empty() : Optional.of(Reading.value(parser));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** On one line, without spaces. */
    public static String write(JsonNode tree) {
        return write(tree, null);
    }

    public static String write(JsonNode tree, @Nullable PrettyPrinter layout) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (layout != null) {
                json.setPrettyPrinter(layout);
            }
            Writing.value(json, tree);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be written", e);
        }
        return text.toString();
    }
}
