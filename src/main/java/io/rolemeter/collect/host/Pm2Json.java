package io.rolemeter.collect.host;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads PM2's descriptions of applications: one object, or an array of them as in {@code dump.pm2}. */
public final class Pm2Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_APPLICATIONS = 1000;
    private static final int MAX_FIELDS = 10_000;
    private static final int MAX_LENGTH = 4096;

    private Pm2Json() {}

    /** An application and the lines on which its description stands; the first is 1. */
    private record Entry(Pm2Application application, int firstLine, int lastLine) {
        boolean holds(int line) {
            return firstLine <= line && line <= lastLine;
        }
    }

    /** The application on whose lines {@code line} is; empty where several share it, or none. */
    public static Optional<Pm2Application> applicationAt(String json, int line) {
        List<Entry> there =
                entries(json).stream().filter(entry -> entry.holds(line)).toList();
        return there.size() == 1 ? Optional.of(there.get(0).application()) : Optional.empty();
    }

    /** Those before the first mistake in the text; never throws, since the message would quote the text. */
    public static List<Pm2Application> applications(String json) {
        return entries(json).stream().map(Entry::application).toList();
    }

    private static List<Entry> entries(String json) {
        List<Entry> applications = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            while (token == JsonToken.START_OBJECT && applications.size() < MAX_APPLICATIONS) {
                int firstLine = parser.currentTokenLocation().getLineNr();
                Pm2Application application = application(parser);
                applications.add(new Entry(
                        application, firstLine, parser.currentTokenLocation().getLineNr()));
                token = parser.nextToken();
            }
        } catch (IOException e) {
            return applications;
        }
        return applications;
    }

    /** The texts, numbers and truth values of an object, by their names: what a worker of a cluster is given beside its variables. */
    public static Map<String, String> texts(String json) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME && texts.size() < MAX_FIELDS) {
                String field = parser.currentName();
                if (parser.nextToken().isScalarValue() && parser.getTextLength() <= MAX_LENGTH) {
                    texts.put(field, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return texts;
        }
        return texts;
    }

    private static Pm2Application application(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING
                    && Pm2Application.FIELDS.contains(field)
                    && parser.getTextLength() <= MAX_LENGTH) {
                fields.put(field, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return Pm2Application.of(field -> Optional.ofNullable(fields.get(field)));
    }
}
