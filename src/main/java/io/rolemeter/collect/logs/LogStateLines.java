package io.rolemeter.collect.logs;

import io.rolemeter.collect.logs.Position.Head;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.store.ErrorLines;
import io.rolemeter.store.Line;
import io.rolemeter.store.WrittenLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is remembered of the logs, as lines: one for each log, one for each count of all. */
final class LogStateLines {
    private static final String LOG = "log";
    private static final String TOTAL = "logged";

    private LogStateLines() {}

    static List<WrittenLine> write(LogState state) {
        List<WrittenLine> lines = new ArrayList<>();
        state.totals()
                .forEach((error, count) ->
                        lines.add(WrittenLine.of(TOTAL).label("error", error).number("count", count)));
        state.logs().forEach((name, followed) -> {
            WrittenLine line = WrittenLine.of(LOG)
                    .text("name", name)
                    .moment("since", followed.tally().since())
                    .number("undated", followed.tally().undated());
            followed.position()
                    .ifPresent(position -> line.text("identity", position.identity())
                            .number("offset", position.offset())
                            .number("head_length", position.head().length())
                            .number("head_checksum", position.head().checksum())
                            .moment("read_at", position.readAt()));
            lines.add(ErrorLines.write(
                    line, followed.tally().errors().values(), followed.tally().denials()));
        });
        return lines;
    }

    /** What is known with this line too; empty if the line is about something else. */
    static Optional<LogState> read(Line line, LogState known) {
        if (line.type().equals(TOTAL)) {
            Map<LogError, Long> totals = new EnumMap<>(LogError.class);
            totals.putAll(known.totals());
            totals.put(line.label("error", LogError.values()), line.number("count", Long.MAX_VALUE));
            return Optional.of(new LogState(known.logs(), totals));
        }
        if (line.type().equals(LOG)) {
            Map<String, Followed> logs = new HashMap<>(known.logs());
            logs.put(line.text("name"), followed(line));
            return Optional.of(new LogState(logs, known.totals()));
        }
        return Optional.empty();
    }

    private static Followed followed(Line line) {
        Map<LogError, LoggedErrors> errors = new EnumMap<>(LogError.class);
        ErrorLines.errors(line).forEach(logged -> errors.put(logged.error(), logged));
        Tally tally = new Tally(
                line.moment("since"), errors, line.number("undated", Long.MAX_VALUE), ErrorLines.denials(line));
        return new Followed(
                line.optionalText("identity")
                        .map(identity -> new Position(
                                identity,
                                line.number("offset", Long.MAX_VALUE),
                                new Head(
                                        (int) line.number("head_length", Head.MAX_LENGTH),
                                        line.number("head_checksum", Long.MAX_VALUE)),
                                line.optionalMoment("read_at"))),
                tally);
    }
}
