package io.rolemeter.publish.http;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.Times;
import io.rolemeter.model.WatchedLog;
import java.time.Instant;
import java.util.stream.Collectors;

/** What programs complain of in their logs; nothing where no log is watched. */
final class LogsSection {
    private LogsSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        diagnosis
                .facts()
                .logs()
                .filter(fact -> !fact.logs().isEmpty() || !fact.complete())
                .ifPresent(fact -> write(page, fact, diagnosis.at()));
    }

    private static void write(Markup page, LogsFact fact, Instant now) {
        page.open("section").element("h2", "Credential errors in logs");
        if (fact.logs().stream().anyMatch(LogsSection::complains)) {
            DataTable table = DataTable.open(page, "logs", "Error", "Log", "Denied to");
            fact.logs().forEach(log -> rows(table, log, now));
            table.close();
        } else {
            page.element("p", "None.", "class", "nothing");
        }
        long silent = fact.logs().stream().filter(log -> !complains(log)).count();
        if (silent > 0) {
            page.element(
                    "p", silent + (silent == 1 ? " other log has" : " other logs have") + " none.", "class", "note");
        }
        fact.unreadable()
                .forEach(unread -> page.element(
                        "p", "Could not be read: " + unread.path() + ": " + unread.reason(), "class", "note blind"));
        page.close();
    }

    private static boolean complains(WatchedLog log) {
        return !log.errors().isEmpty() || log.undated() > 0;
    }

    private static void rows(DataTable table, WatchedLog log, Instant now) {
        String program = log.workload().orElse("");
        String callers =
                log.denials().stream().map(DeniedAction::principal).distinct().collect(Collectors.joining(" "));
        for (LoggedErrors logged : log.errors()) {
            table.row(
                    "live",
                    Cell.of(
                            logged.error().label(),
                            times(logged.count()),
                            "last " + Times.relative(logged.last(), now)),
                    Cell.of(log.path(), program),
                    Cell.of(callers));
        }
        if (log.undated() > 0) {
            table.row(
                    "",
                    Cell.of("without a time", times(log.undated()), "perhaps long ago"),
                    Cell.of(log.path(), program),
                    Cell.of(""));
        }
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
