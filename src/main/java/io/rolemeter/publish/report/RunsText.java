package io.rolemeter.publish.report;

import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
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
            blind.forEach(line -> page.line("  " + line));
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
        return java.util.Arrays.stream(CollectorName.values())
                .filter(name -> !Optional.ofNullable(diagnosis.facts().runs().get(name))
                        .filter(run -> run.up() && !run.stale(diagnosis.at()))
                        .isPresent())
                .map(name -> name.label() + ": "
                        + Optional.ofNullable(diagnosis.facts().runs().get(name))
                                .flatMap(CollectorRun::lastSuccess)
                                .map(at -> "last looked at " + Times.relative(at, diagnosis.at()))
                                .orElse("never looked at"))
                .toList();
    }
}
