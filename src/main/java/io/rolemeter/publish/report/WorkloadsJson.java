package io.rolemeter.publish.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolemeter.model.ChainStep;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.io.IOException;
import java.util.List;

/** The programs and their credentials: the fields {@code workloads} and {@code workloads_unreadable} of the status document, and with the chains what {@code explain} prints. */
public final class WorkloadsJson {
    private WorkloadsJson() {}

    /** What {@code explain --format json} prints. */
    public static String document(List<Workload> workloads) {
        return JsonText.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("workloads");
            for (Workload workload : workloads) {
                json.writeStartObject();
                writeFields(json, workload);
                writeChain(json, workload.credential().chain());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static void write(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        json.writeArrayFieldStart("workloads");
        for (Workload workload :
                diagnosis.facts().workloads().map(WorkloadsFact::workloads).orElse(List.of())) {
            json.writeStartObject();
            writeFields(json, workload);
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonText.sentences(
                json,
                "workloads_unreadable",
                diagnosis.facts().workloads().map(WorkloadsFact::unreadable).orElse(List.of()));
    }

    private static void writeFields(JsonGenerator json, Workload workload) throws IOException {
        json.writeStringField("workload", workload.name());
        json.writeStringField("user", workload.user());
        json.writeArrayFieldStart("pids");
        for (int pid : workload.pids()) {
            json.writeNumber(pid);
        }
        json.writeEndArray();
        json.writeStringField("sdk", workload.sdk().label());
        json.writeStringField("source", workload.credential().source().label());
        JsonText.text(json, "key_id", workload.credential().keyId().map(KeyId::masked));
        JsonText.text(json, "origin", workload.credential().origin());
        JsonText.moment(json, "started_at", workload.startedAt());
        JsonText.sentences(json, "notes", workload.notes());
    }

    private static void writeChain(JsonGenerator json, List<ChainStep> chain) throws IOException {
        json.writeArrayFieldStart("chain");
        for (ChainStep step : chain) {
            json.writeStartObject();
            json.writeStringField("provider", step.provider());
            json.writeBooleanField("present", step.present());
            JsonText.text(json, "key_id", step.keyId().map(KeyId::masked));
            json.writeBooleanField("wins", step.wins());
            json.writeStringField("why", step.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
