package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import io.rolemeter.model.Times;
import java.util.List;
import java.util.Optional;

/** How the smoke probes of the configuration went. */
final class ProbesSection {
    private ProbesSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        page.open("section").element("h2", "Probes");
        List<ProbeState> probes =
                diagnosis.facts().probes().map(ProbesFact::probes).orElse(List.of());
        if (probes.isEmpty()) {
            boolean known = diagnosis.facts().probes().isPresent();
            page.element("p", known ? "None are configured." : "None have run yet.", "class", "nothing");
        } else {
            write(page, probes, diagnosis);
        }
        page.close();
    }

    private static void write(Markup page, List<ProbeState> probes, Diagnosis diagnosis) {
        DataTable table = DataTable.open(page, "probes", "Outcome", "Probe", "What came back", "Last runs");
        for (ProbeState probe : probes) {
            Optional<ProbeRun> last = probe.last();
            table.row(
                    last.map(run -> run.outcome().label()).orElse("waiting"),
                    Cell.of(
                            last.map(run -> run.outcome().label()).orElse("not run yet"),
                            last.map(run -> Times.relative(run.ranAt(), diagnosis.at()))
                                    .orElse("")),
                    Cell.of(
                            probe.name(),
                            probe.kind(),
                            "must be " + probe.expect().label()),
                    Cell.of(
                            last.map(ProbesSection::whatCameBack).orElse(""),
                            last.map(run -> "in " + Times.took(run.duration())).orElse("")),
                    last.isPresent()
                            ? Cell.drawn(cell -> OutcomeStrip.write(cell, probe.recent()), ProbesSection.count(probe))
                            : Cell.of(""));
        }
        table.close();
    }

    private static String count(ProbeState probe) {
        long failed =
                probe.recent().stream().filter(ProbeRun.Outcome.FAILED::equals).count();
        return failed == 0 ? "" : failed + " of " + probe.recent().size() + " failed";
    }

    private static String whatCameBack(ProbeRun run) {
        return run.reason().map(reason -> reason.label() + ": ").orElse("") + run.detail();
    }
}
