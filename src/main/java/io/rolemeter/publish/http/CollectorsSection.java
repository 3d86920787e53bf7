package io.rolemeter.publish.http;

import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Times;
import java.util.Optional;

/** Whether the facts can be trusted. */
final class CollectorsSection {
    private CollectorsSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        page.open("section").element("h2", "How fresh this is");
        DataTable table = DataTable.open(page, "collectors", "State", "Collector", "Last success");
        for (CollectorName name : CollectorName.values()) {
            Optional<CollectorRun> run = diagnosis.facts().run(name);
            String state = run.map(last -> state(last, diagnosis)).orElse("not run yet");
            table.row(
                    run.map(last -> last.trusted(diagnosis.at()) ? "passed" : "failed")
                            .orElse("waiting"),
                    Cell.of(state),
                    Cell.of(name.label(), run.map(CollectorsSection::rhythm).orElse("")),
                    Cell.of(run.flatMap(CollectorRun::lastSuccess)
                            .map(at -> "looked at " + Times.relative(at, diagnosis.at()))
                            .orElse("never looked at")));
        }
        table.close();
        page.close();
    }

    private static String rhythm(CollectorRun run) {
        return "every " + Times.span(run.interval()) + ", took " + Times.took(run.took());
    }

    private static String state(CollectorRun run, Diagnosis diagnosis) {
        if (!run.up()) {
            return "down";
        }
        return run.stale(diagnosis.at()) ? "stale" : "up";
    }
}
