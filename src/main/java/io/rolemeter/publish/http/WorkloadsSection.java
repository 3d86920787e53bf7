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
            DataTable table = DataTable.open(page, "Program", "User", "SDK", "Source", "Key id", "From", "Remarks");
            for (Workload workload : fact.workloads()) {
                table.row(
                        workload.credential().needsStaticKey() ? "live" : "",
                        workload.name(),
                        workload.user(),
                        workload.sdk().label(),
                        workload.credential().source().label(),
                        workload.credential().keyId().map(KeyId::masked).orElse(""),
                        workload.credential().origin().orElse(""),
                        String.join("; ", workload.notes()));
            }
            table.close();
        }
        fact.unreadable().forEach(reason -> page.element("p", "Could not be seen: " + reason, "class", "note blind"));
    }
}
