package io.rolemeter.remember;

import io.rolemeter.model.Change;
import io.rolemeter.model.Memory;
import io.rolemeter.model.Past;
import io.rolemeter.model.Rotation;
import io.rolemeter.model.Standing;
import io.rolemeter.store.Line;
import io.rolemeter.store.MalformedLineException;
import io.rolemeter.store.WrittenLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A memory as text: a JSON object on each line, so that a line that is broken takes nothing else with it. */
final class MemoryText {
    private static final int MAX_LINE = 8_192;
    private static final Duration LONGEST = Duration.ofDays(7);

    private MemoryText() {}

    static String write(Memory memory) {
        List<WrittenLine> lines = new ArrayList<>();
        memory.past()
                .issue()
                .ifPresent(issue -> lines.add(line("issue", issue.issuedAt())
                        .text("profile_arn", issue.profileArn())
                        .text("profile_id", issue.profileId())));
        memory.past()
                .rotations()
                .forEach(rotation -> lines.add(line("rotation", rotation.at())
                        .seconds("life_seconds", rotation.life())
                        .seconds("before_expiry_seconds", rotation.beforeExpiry())));
        memory.standing()
                .forEach(standing -> lines.add(line("standing", standing.since())
                        .label("kind", standing.kind())
                        .text("subject", standing.subject())
                        .text("state", standing.state())));
        memory.history()
                .forEach(change -> lines.add(line("change", change.at())
                        .label("kind", change.kind())
                        .text("subject", change.subject())
                        .text("sentence", change.sentence())));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static WrittenLine line(String type, Instant at) {
        return WrittenLine.of(type).moment("at", at);
    }

    /** Takes of a text whatever it can; nothing in it makes it fail. */
    static final class Reader {
        private final List<Rotation> rotations = new ArrayList<>();
        private final List<Standing> standing = new ArrayList<>();
        private final List<Change> history = new ArrayList<>();
        private Optional<Past.Issue> issue = Optional.empty();
        private int lost;

        void take(String line) {
            if (line.isBlank()) {
                return;
            }
            try {
                if (line.length() > MAX_LINE) {
                    throw new MalformedLineException("length");
                }
                take(Line.parse(line));
            } catch (MalformedLineException e) {
                lost++;
            }
        }

        private void take(Line line) {
            Instant at = line.moment("at");
            switch (line.type()) {
                case "issue" ->
                    issue = Optional.of(new Past.Issue(at, line.text("profile_arn"), line.text("profile_id")));
                case "rotation" ->
                    rotations.add(new Rotation(
                            at, line.seconds("life_seconds", LONGEST), line.seconds("before_expiry_seconds", LONGEST)));
                case "standing" -> standing.add(new Standing(kind(line), line.text("subject"), line.text("state"), at));
                case "change" -> history.add(new Change(at, kind(line), line.text("subject"), line.text("sentence")));
                default -> throw new MalformedLineException("type");
            }
        }

        private static Change.Kind kind(Line line) {
            return line.label("kind", Change.Kind.values());
        }

        Memory memory() {
            return new Memory(new Past(rotations, issue), standing, history);
        }

        /** How many lines made no sense. */
        int lost() {
            return lost;
        }
    }
}
