package io.rolemeter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.model.Labelled;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON object from a file of ours, whose field {@code type} says what it is. Every question fails with a
 * {@link MalformedLineException} when the field is missing or not of that kind.
 */
public final class Line {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_TEXT = 4_096;

    private final JsonNode node;

    private Line(JsonNode node) {
        this.node = node;
    }

    public static Line parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || !node.isObject()) {
                throw new MalformedLineException("object");
            }
            return new Line(node);
        } catch (JsonProcessingException e) {
            throw new MalformedLineException("JSON");
        }
    }

    public String type() {
        return text("type");
    }

    /** At most {@value #MAX_TEXT} characters. */
    public String text(String field) {
        return optionalText(field).orElseThrow(() -> new MalformedLineException(field));
    }

    /** Empty when the field is missing. */
    public Optional<String> optionalText(String field) {
        return present(field).map(value -> {
            if (!value.isTextual() || value.textValue().length() > MAX_TEXT) {
                throw new MalformedLineException(field);
            }
            return value.textValue();
        });
    }

    /** A name, a path or a sentence on one line, fit to be shown whoever wrote it: key ids masked, secrets left out. */
    public String safeText(String field) {
        return SafeText.path(text(field));
    }

    /** Empty when the field is missing. */
    public Optional<String> optionalSafeText(String field) {
        return optionalText(field).map(SafeText::path);
    }

    public boolean flag(String field) {
        JsonNode value = node.path(field);
        if (!value.isBoolean()) {
            throw new MalformedLineException(field);
        }
        return value.booleanValue();
    }

    /** A whole number from 0 to {@code most}. */
    public long number(String field, long most) {
        return optionalNumber(field, most).orElseThrow(() -> new MalformedLineException(field));
    }

    /** Empty when the field is missing. */
    public Optional<Long> optionalNumber(String field, long most) {
        return present(field).map(value -> whole(value, 0, most, field));
    }

    /** Whole seconds, at most {@code most} of either sign. */
    public Duration seconds(String field, Duration most) {
        JsonNode value = present(field).orElseThrow(() -> new MalformedLineException(field));
        return Duration.ofSeconds(whole(value, -most.toSeconds(), most.toSeconds(), field));
    }

    public Instant moment(String field) {
        return optionalMoment(field).orElseThrow(() -> new MalformedLineException(field));
    }

    /** Empty when the field is missing. */
    public Optional<Instant> optionalMoment(String field) {
        return optionalText(field).map(text -> Times.read(text).orElseThrow(() -> new MalformedLineException(field)));
    }

    /** The member of a closed list that has this label. */
    public <T extends Labelled> T label(String field, T[] members) {
        return member(text(field), members, field);
    }

    /** At most {@code most} members, each by its label. */
    public <T extends Labelled> List<T> labels(String field, T[] members, int most) {
        return list(field, most, value -> member(value.asText(), members, field));
    }

    public List<String> texts(String field, int most) {
        return list(field, most, value -> {
            if (!value.isTextual() || value.textValue().length() > MAX_TEXT) {
                throw new MalformedLineException(field);
            }
            return value.textValue();
        });
    }

    /** Whole numbers that are not negative. */
    public List<Integer> numbers(String field, int most) {
        return list(field, most, value -> (int) whole(value, 0, Integer.MAX_VALUE, field));
    }

    /** Objects, which need no type. */
    public List<Line> lines(String field, int most) {
        return list(field, most, value -> {
            if (!value.isObject()) {
                throw new MalformedLineException(field);
            }
            return new Line(value);
        });
    }

    private <T> List<T> list(String field, int most, Function<JsonNode, T> element) {
        JsonNode value = node.path(field);
        if (!value.isArray() || value.size() > most) {
            throw new MalformedLineException(field);
        }
        List<T> list = new ArrayList<>(value.size());
        value.forEach(item -> list.add(element.apply(item)));
        return list;
    }

    private static <T extends Labelled> T member(String label, T[] members, String field) {
        for (T member : members) {
            if (member.label().equals(label)) {
                return member;
            }
        }
        throw new MalformedLineException(field);
    }

    private Optional<JsonNode> present(String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    }

    private static long whole(JsonNode value, long least, long most, String field) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new MalformedLineException(field);
        }
        long number = value.longValue();
        if (number < least || number > most) {
            throw new MalformedLineException(field);
        }
        return number;
    }
}
