package io.rolemeter.remember;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rolemeter.model.Change;
import io.rolemeter.model.Labelled;
import io.rolemeter.model.Memory;
import io.rolemeter.model.Past;
import io.rolemeter.model.Rotation;
import io.rolemeter.model.Standing;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A memory as text: a JSON object on each line, so that a line that is broken takes nothing else with it. */
final class MemoryText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_LINE = 8_192;
    private static final Duration LONGEST = Duration.ofDays(7);

    /** What was read, and how many lines made no sense. */
    record Read(Memory memory, int lost) {}

    private MemoryText() {}

    static String write(Memory memory) {
        List<ObjectNode> lines = new ArrayList<>();
        memory.past()
                .issue()
                .ifPresent(issue -> lines.add(line("issue", issue.issuedAt())
                        .put("profile_arn", issue.profileArn())
                        .put("profile_id", issue.profileId())));
        memory.past()
                .rotations()
                .forEach(rotation -> lines.add(line("rotation", rotation.at())
                        .put("life_seconds", rotation.life().toSeconds())
                        .put("before_expiry_seconds", rotation.beforeExpiry().toSeconds())));
        memory.standing()
                .forEach(standing -> lines.add(line("standing", standing.since())
                        .put("kind", standing.kind().label())
                        .put("subject", standing.subject())
                        .put("state", standing.state())));
        memory.history()
                .forEach(change -> lines.add(line("change", change.at())
                        .put("kind", change.kind().label())
                        .put("subject", change.subject())
                        .put("sentence", change.sentence())));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static ObjectNode line(String type, Instant at) {
        return JSON.createObjectNode().put("type", type).put("at", at.toString());
    }

    /** Takes whatever it can; nothing in the text makes it fail. */
    static Read read(Stream<String> lines) {
        Reader reader = new Reader();
        lines.filter(line -> !line.isBlank()).forEach(reader::take);
        return new Read(
                new Memory(new Past(reader.rotations, reader.issue), reader.standing, reader.history), reader.lost);
    }

    private static final class Reader {
        private final List<Rotation> rotations = new ArrayList<>();
        private final List<Standing> standing = new ArrayList<>();
        private final List<Change> history = new ArrayList<>();
        private Optional<Past.Issue> issue = Optional.empty();
        private int lost;

        void take(String line) {
            try {
                if (line.length() > MAX_LINE) {
                    throw new IllegalArgumentException("too long");
                }
                take(JSON.readTree(line));
            } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
                lost++;
            }
        }

        private void take(JsonNode line) {
            Instant at = Instant.parse(text(line, "at"));
            switch (text(line, "type")) {
                case "issue" ->
                    issue = Optional.of(new Past.Issue(at, text(line, "profile_arn"), text(line, "profile_id")));
                case "rotation" ->
                    rotations.add(
                            new Rotation(at, duration(line, "life_seconds"), duration(line, "before_expiry_seconds")));
                case "standing" ->
                    standing.add(new Standing(kind(line), text(line, "subject"), text(line, "state"), at));
                case "change" -> history.add(new Change(at, kind(line), text(line, "subject"), text(line, "sentence")));
                default -> throw new IllegalArgumentException("type");
            }
        }

        private static String text(JsonNode line, String field) {
            JsonNode value = line.path(field);
            if (!value.isTextual()) {
                throw new IllegalArgumentException(field);
            }
            return value.textValue();
        }

        private static Duration duration(JsonNode line, String field) {
            JsonNode value = line.path(field);
            if (!value.canConvertToLong() || Math.abs((double) value.longValue()) > LONGEST.toSeconds()) {
                throw new IllegalArgumentException(field);
            }
            return Duration.ofSeconds(value.longValue());
        }

        private static Change.Kind kind(JsonNode line) {
            String label = text(line, "kind");
            return Stream.of(Change.Kind.values())
                    .filter((Labelled kind) -> kind.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("kind"));
        }
    }
}
