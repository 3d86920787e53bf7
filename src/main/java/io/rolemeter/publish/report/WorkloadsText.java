package io.rolemeter.publish.report;

import io.rolemeter.model.ChainStep;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.util.List;
import java.util.stream.Collectors;

/** The programs and the credential that each would use; as a table, or with every provider of each chain. */
public final class WorkloadsText {
    private static final String NONE = "-";
    private static final int SHOWN_PIDS = 4;

    private WorkloadsText() {}

    /** What {@code explain} prints: a table for each program, as {@code aws configure list} has one for the CLI. */
    public static String explain(List<Workload> workloads, Screen screen) {
        Page page = new Page(screen);
        if (workloads.isEmpty()) {
            page.line("No running program that was asked for uses AWS, as far as can be seen.");
        }
        for (Workload workload : workloads) {
            page.heading(Page.safe(workload.name() + "  user " + workload.user() + ", "
                    + workload.sdk().label() + ", pid " + pids(workload)));
            workload.notes().forEach(note -> page.sentence("  ", Colour.FAINT, "note: ", note));
            Table table = new Table("", "PROVIDER", "KEY ID", "WHY");
            for (ChainStep step : workload.credential().chain()) {
                table.row(mark(step), step.provider(), keyId(step), step.why());
            }
            page.table(table);
            page.line("  uses " + page.painted(Colour.BOLD, uses(workload)));
        }
        return page.toString().stripLeading();
    }

    static void write(Page page, WorkloadsFact fact) {
        page.heading("Workloads");
        if (fact.workloads().isEmpty()) {
            page.line("  no running program uses AWS, as far as can be seen");
        } else {
            Table table = new Table("WORKLOAD", "USER", "SDK", "SOURCE", "KEY ID", "FROM", "PID");
            for (Workload workload : fact.workloads()) {
                table.row(
                        workload.name(),
                        workload.user(),
                        workload.sdk().label(),
                        workload.credential().source().label(),
                        workload.credential().keyId().map(KeyId::masked).orElse(NONE),
                        workload.credential().origin().orElse(NONE),
                        pids(workload));
            }
            page.table(table);
        }
        fact.unreadable().forEach(reason -> page.sentence("  ", Colour.FAINT, "could not be seen: ", reason));
    }

    private static String uses(Workload workload) {
        return workload.credential().source().label()
                + workload.credential().keyId().map(key -> " " + key.masked()).orElse("");
    }

    private static String mark(ChainStep step) {
        if (step.wins()) {
            return "=>";
        }
        return step.present() ? "*" : NONE;
    }

    private static String keyId(ChainStep step) {
        return step.keyId().map(KeyId::masked).orElse(step.present() ? "" : "<not set>");
    }

    private static String pids(Workload workload) {
        String shown =
                workload.pids().stream().limit(SHOWN_PIDS).map(String::valueOf).collect(Collectors.joining(" "));
        int more = workload.pids().size() - SHOWN_PIDS;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
