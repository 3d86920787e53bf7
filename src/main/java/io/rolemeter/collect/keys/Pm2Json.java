package io.rolemeter.collect.keys;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads PM2's descriptions of applications: one object, or an array of them as in {@code dump.pm2}. */
final class Pm2Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String NAME = "name";
    private static final String DIRECTORY = "pm_cwd";
    private static final String SCRIPT = "pm_exec_path";
    private static final Set<String> FIELDS = Set.of(NAME, DIRECTORY, SCRIPT);

    private Pm2Json() {}

    /** Those before the first mistake in the text; never throws, since the message would quote the text. */
    static List<Pm2Application> applications(String json) {
        List<Pm2Application> applications = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            while (token == JsonToken.START_OBJECT) {
                applications.add(application(parser));
                token = parser.nextToken();
            }
        } catch (IOException e) {
            return applications;
        }
        return applications;
    }

    private static Pm2Application application(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING && FIELDS.contains(field)) {
                fields.put(field, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return Pm2Application.of(
                Optional.ofNullable(fields.get(NAME)),
                Optional.ofNullable(fields.get(DIRECTORY)),
                Optional.ofNullable(fields.get(SCRIPT)));
    }
}
