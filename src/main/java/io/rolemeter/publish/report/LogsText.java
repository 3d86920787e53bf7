package io.rolemeter.publish.report;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.Times;
import io.rolemeter.model.WatchedLog;
import java.util.stream.Collectors;

/** What programs complain of in their logs; nothing where no log is watched. */
final class LogsText {
    private static final String NONE = "-";

    private LogsText() {}

    static void write(Page page, LogsFact fact) {
        if (fact.logs().isEmpty() && fact.complete()) {
            return;
        }
        page.heading("Credential errors in logs");
        if (!fact.logs().isEmpty()) {
            Table table = new Table("LOG", "WORKLOAD", "SINCE", "ERROR", "COUNT", "LAST", "CALLER");
            fact.logs().forEach(log -> rows(table, log));
            page.table(table);
        }
        fact.unreadable()
                .forEach(unread -> page.sentence(
                        "  ", Colour.FAINT, "could not be read: ", unread.path() + ": " + unread.reason()));
    }

    private static void rows(Table table, WatchedLog log) {
        String workload = log.workload().orElse(NONE);
        String since = Times.moment(log.since());
        String callers =
                log.denials().stream().map(DeniedAction::principal).distinct().collect(Collectors.joining(" "));
        if (log.errors().isEmpty() && log.undated() == 0) {
            table.row(log.path(), workload, since, "none", "0", NONE, NONE);
        }
        for (LoggedErrors logged : log.errors()) {
            table.row(
                    log.path(),
                    workload,
                    since,
                    logged.error().label(),
                    Long.toString(logged.count()),
                    Times.moment(logged.last()),
                    callers.isEmpty() ? NONE : callers);
        }
        if (log.undated() > 0) {
            table.row(
                    log.path(),
                    workload,
                    since,
                    "any, without a time",
                    Long.toString(log.undated()),
                    "perhaps earlier",
                    NONE);
        }
    }
}
