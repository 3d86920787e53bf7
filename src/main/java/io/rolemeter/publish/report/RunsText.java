package io.rolemeter.publish.report;

import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import io.rolemeter.model.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the probes went, and which collectors cannot be trusted at the moment. */
final class RunsText {
    private static final String NOT_KNOWN = "-";

    private RunsText() {}

    static void write(Page page, Diagnosis diagnosis) {
        List<ProbeState> probes =
                diagnosis.facts().probes().map(ProbesFact::probes).orElse(List.of());
        if (!probes.isEmpty()) {
            page.heading("Probes");
            page.table(probes(probes));
        }
        List<String> blind = blind(diagnosis);
        if (!blind.isEmpty()) {
            page.heading("Not up to date");
            blind.forEach(line -> page.sentence("  ", line));
        }
    }

    private static Table probes(List<ProbeState> probes) {
        Table table = new Table("PROBE", "KIND", "EXPECT", "OUTCOME", "REASON", "TOOK", "DETAIL");
        for (ProbeState probe : probes) {
            Optional<ProbeRun> last = probe.last();
            table.row(
                    probe.name(),
                    probe.kind(),
                    probe.expect().label(),
                    last.map(run -> run.outcome().label()).orElse("not run yet"),
                    last.flatMap(ProbeRun::reason).map(reason -> reason.label()).orElse(NOT_KNOWN),
                    last.map(run -> Times.took(run.duration())).orElse(NOT_KNOWN),
                    last.map(ProbeRun::detail).orElse(""));
        }
        return table;
    }

    private static List<String> blind(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        for (CollectorName name : CollectorName.values()) {
            Optional<CollectorRun> run = diagnosis.facts().run(name);
            if (run.filter(last -> last.trusted(diagnosis.at())).isEmpty()) {
                lines.add(name.label() + ": " + age(run, diagnosis.at()));
            }
        }
        return lines;
    }

    private static String age(Optional<CollectorRun> run, Instant now) {
        String lookedAt = run.flatMap(CollectorRun::lastSuccess)
                .map(at -> "last looked at " + Times.relative(at, now))
                .orElse("never looked at");
        boolean broken = run.isPresent() && !run.get().up();
        return broken ? lookedAt + "; the last run broke off" : lookedAt;
    }
}
