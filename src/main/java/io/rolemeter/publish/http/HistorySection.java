package io.rolemeter.publish.http;

import io.rolemeter.model.Change;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Times;
import java.util.List;

/** What changed lately, the newest first. */
final class HistorySection {
    private static final int SHOWN = 30;

    private HistorySection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        List<Change> history = diagnosis.history();
        page.open("section").element("h2", "What changed");
        if (history.isEmpty()) {
            page.element("p", "Nothing since Rolemeter began to look.", "class", "nothing");
        } else {
            DataTable table = DataTable.open(page, "history", "When", "What", "Change");
            history.stream()
                    .limit(SHOWN)
                    .forEach(change -> table.row(
                            "",
                            Cell.of(Times.relative(change.at(), diagnosis.at()), Times.moment(change.at())),
                            Cell.of(change.subject(), change.kind().label()),
                            Cell.of(change.sentence())));
            table.close();
        }
        if (history.size() > SHOWN) {
            page.element("p", history.size() - SHOWN + " older changes are not shown.", "class", "note");
        }
        page.close();
    }
}
