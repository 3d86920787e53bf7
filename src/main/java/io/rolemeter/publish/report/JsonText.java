package io.rolemeter.publish.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.rolemeter.publish.HostText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** How every document of ours is written: indented, {@code null} where unknown, and fit for a terminal. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double NANOS = 1e9;

    private JsonText() {}

    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static String write(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter));
            content.write(json);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return escapeUnprintable(text.toString()) + "\n";
    }

    /** Outside of strings a document has only line breaks and printable ASCII, so that this touches nothing but strings. */
    private static String escapeUnprintable(String document) {
        StringBuilder escaped = new StringBuilder(document.length());
        document.codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || HostText.harmless(codePoint)) {
                escaped.appendCodePoint(codePoint);
            } else if (Character.getType(codePoint) == Character.SURROGATE) {
                escaped.append("\\ufffd");
            } else {
                for (char unit : Character.toChars(codePoint)) {
                    escaped.append("\\u").append(Integer.toHexString(0x10000 | unit), 1, 5);
                }
            }
        });
        return escaped.toString();
    }

    static void text(JsonGenerator json, String field, Optional<String> value) throws IOException {
        json.writeStringField(field, value.orElse(null));
    }

    static void number(JsonGenerator json, String field, Optional<Integer> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.get());
        } else {
            json.writeNullField(field);
        }
    }

    static void moment(JsonGenerator json, String field, Optional<Instant> value) throws IOException {
        text(json, field, value.map(at -> at.truncatedTo(ChronoUnit.MILLIS).toString()));
    }

    static void seconds(JsonGenerator json, String field, Optional<Duration> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.get().toSeconds() + value.get().toNanosPart() / NANOS);
        } else {
            json.writeNullField(field);
        }
    }

    static void sentences(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
