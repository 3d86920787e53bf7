package io.rolemeter.handover;

import io.rolemeter.model.LogError;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.LogsFact.UnreadLog;
import io.rolemeter.model.WatchedLog;
import io.rolemeter.store.ErrorLines;
import io.rolemeter.store.Line;
import io.rolemeter.store.MalformedLineException;
import io.rolemeter.store.WrittenLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The errors in programs' logs as lines. */
final class LogLines {
    /** Logs beyond this number are not handed over, which is said. */
    static final int MAX_LOGS = 1000;

    private static final String LOG = "log";
    private static final String TOTAL = "logged";
    private static final String UNREAD = "unread_log";

    private final List<WatchedLog> logs = new ArrayList<>();
    private final Map<LogError, Long> totals = new EnumMap<>(LogError.class);
    private final List<UnreadLog> unreadable = new ArrayList<>();

    static void write(LogsFact fact, List<WrittenLine> lines) {
        fact.logs().stream().limit(MAX_LOGS).forEach(log -> lines.add(write(log)));
        fact.totals()
                .forEach((error, count) ->
                        lines.add(WrittenLine.of(TOTAL).label("error", error).number("count", count)));
        fact.unreadable().stream().limit(MAX_LOGS).forEach(unread -> lines.add(unread(unread.path(), unread.reason())));
        if (fact.logs().size() > MAX_LOGS) {
            lines.add(unread("logs", "more than " + MAX_LOGS + " of them"));
        }
    }

    private static WrittenLine write(WatchedLog log) {
        WrittenLine line = WrittenLine.of(LOG)
                .text("path", log.path())
                .text("workload", log.workload())
                .moment("since", log.since())
                .number("undated", log.undated());
        return ErrorLines.write(line, log.errors(), log.denials());
    }

    private static WrittenLine unread(String path, String reason) {
        return WrittenLine.of(UNREAD).text("path", path).text("reason", reason);
    }

    /** False if the line is about something else. */
    boolean take(Line line) {
        switch (line.type()) {
            case LOG ->
                logs.add(new WatchedLog(
                        line.safeText("path"),
                        line.optionalSafeText("workload"),
                        line.moment("since"),
                        ErrorLines.errors(line),
                        line.number("undated", Long.MAX_VALUE),
                        ErrorLines.denials(line)));
            case TOTAL -> totals.put(line.label("error", LogError.values()), line.number("count", Long.MAX_VALUE));
            case UNREAD -> unreadable.add(new UnreadLog(line.safeText("path"), line.safeText("reason")));
            default -> {
                return false;
            }
        }
        if (logs.size() > MAX_LOGS || unreadable.size() > MAX_LOGS + 1) {
            throw new MalformedLineException("too many logs");
        }
        return true;
    }

    LogsFact fact(Instant at) {
        return new LogsFact(at, logs, totals, unreadable);
    }
}
