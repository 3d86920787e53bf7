package io.rolemeter.publish.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The fields of the status document that tell what ran, and how it went. */
final class RunsJson {
    private RunsJson() {}

    static void writeProbes(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        json.writeArrayFieldStart("probes");
        for (ProbeState probe :
                diagnosis.facts().probes().map(ProbesFact::probes).orElse(List.of())) {
            Optional<ProbeRun> last = probe.last();
            json.writeStartObject();
            json.writeStringField("probe", probe.name());
            json.writeStringField("kind", probe.kind());
            json.writeStringField("expect", probe.expect().label());
            JsonText.text(json, "outcome", last.map(run -> run.outcome().label()));
            JsonText.text(json, "reason", last.flatMap(ProbeRun::reason).map(FailureReason::label));
            JsonText.text(json, "detail", last.map(ProbeRun::detail));
            JsonText.seconds(json, "duration_seconds", last.map(ProbeRun::duration));
            JsonText.moment(json, "ran_at", last.map(ProbeRun::ranAt));
            json.writeNumberField("runs", probe.runs());
            json.writeNumberField("failures", probe.failures());
            JsonText.sentences(
                    json,
                    "recent",
                    probe.recent().stream().map(ProbeRun.Outcome::label).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeCollectors(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        json.writeArrayFieldStart("collectors");
        for (CollectorName name : CollectorName.values()) {
            Optional<CollectorRun> run = diagnosis.facts().run(name);
            json.writeStartObject();
            json.writeStringField("collector", name.label());
            json.writeBooleanField(
                    "up", run.map(last -> last.trusted(diagnosis.at())).orElse(false));
            JsonText.seconds(json, "duration_seconds", run.map(CollectorRun::took));
            JsonText.seconds(json, "interval_seconds", run.map(CollectorRun::interval));
            JsonText.moment(json, "last_success_at", run.flatMap(CollectorRun::lastSuccess));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
