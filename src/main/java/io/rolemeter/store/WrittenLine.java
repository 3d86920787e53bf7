package io.rolemeter.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rolemeter.json.Json;
import io.rolemeter.model.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What {@link Line} reads, while it is written; a field without a value is left out. */
public final class WrittenLine {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    /** An object within a line. */
    public WrittenLine() {}

    public static WrittenLine of(String type) {
        return new WrittenLine().text("type", type);
    }

    public WrittenLine text(String field, String value) {
        node.put(field, value);
        return this;
    }

    public WrittenLine text(String field, Optional<String> value) {
        value.ifPresent(present -> text(field, present));
        return this;
    }

    public WrittenLine flag(String field, boolean value) {
        node.put(field, value);
        return this;
    }

    public WrittenLine number(String field, long value) {
        node.put(field, value);
        return this;
    }

    public WrittenLine number(String field, Optional<? extends Number> value) {
        value.ifPresent(present -> number(field, present.longValue()));
        return this;
    }

    public WrittenLine seconds(String field, Duration value) {
        return number(field, value.toSeconds());
    }

    public WrittenLine moment(String field, Instant value) {
        return text(field, value.toString());
    }

    public WrittenLine moment(String field, Optional<Instant> value) {
        value.ifPresent(present -> moment(field, present));
        return this;
    }

    public WrittenLine label(String field, Labelled value) {
        return text(field, value.label());
    }

    public WrittenLine labels(String field, Collection<? extends Labelled> values) {
        return texts(field, values.stream().map(Labelled::label).toList());
    }

    public WrittenLine texts(String field, Collection<String> values) {
        ArrayNode array = node.putArray(field);
        values.forEach(array::add);
        return this;
    }

    public WrittenLine numbers(String field, Collection<Integer> values) {
        ArrayNode array = node.putArray(field);
        values.forEach(array::add);
        return this;
    }

    public WrittenLine lines(String field, List<WrittenLine> values) {
        ArrayNode array = node.putArray(field);
        values.forEach(value -> array.add(value.node));
        return this;
    }

    /** One line, without its end. */
    @Override
    public String toString() {
        return Json.write(node);
    }
}
