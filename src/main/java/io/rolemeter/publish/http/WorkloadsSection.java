package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;

/** The programs that use AWS, and the credential that each would use. */
final class WorkloadsSection {
    private WorkloadsSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        page.open("section").element("h2", "What each program uses");
        diagnosis
                .facts()
                .workloads()
                .ifPresentOrElse(
                        fact -> write(page, fact), () -> page.element("p", "Not looked for yet.", "class", "nothing"));
        page.close();
    }

    private static void write(Markup page, WorkloadsFact fact) {
        if (fact.workloads().isEmpty()) {
            page.element("p", "No running program uses AWS, as far as can be seen.", "class", "nothing");
        } else {
            DataTable table = DataTable.open(page, "workloads", "Program", "Credentials from", "Key id", "Remarks");
            for (Workload workload : fact.workloads()) {
                table.row(
                        workload.credential().needsStaticKey() ? "live" : "",
                        Cell.of(
                                workload.name(),
                                "user " + workload.user(),
                                workload.sdk().label()),
                        Cell.of(
                                workload.credential().source().label(),
                                workload.credential().origin().orElse("")),
                        Cell.of(workload.credential().keyId().map(KeyId::masked).orElse("")),
                        Cell.of(String.join("; ", workload.notes())));
            }
            table.close();
        }
        fact.unreadable().forEach(reason -> page.element("p", "Could not be seen: " + reason, "class", "note blind"));
    }
}
