package io.rolemeter.publish.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolemeter.model.Change;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Migration;
import io.rolemeter.model.RoleFact;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The status document: {@code check --format json} and {@code /api/v1/status}. */
public final class StatusJson {
    /** As many of the newest changes as the document has: it is asked for often. */
    private static final int MAX_CHANGES = 100;

    private StatusJson() {}

    public static String document(Diagnosis diagnosis) {
        return JsonText.write(json -> write(json, diagnosis));
    }

    private static void write(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", diagnosis.status().label());
        JsonText.moment(json, "status_since", Optional.of(diagnosis.statusSince()));
        JsonText.moment(json, "checked_at", Optional.of(diagnosis.at()));
        writeHost(json, diagnosis.facts().role().flatMap(RoleFact::identity));
        json.writeArrayFieldStart("findings");
        for (Finding finding : diagnosis.findings()) {
            writeFinding(json, finding);
        }
        json.writeEndArray();
        IdentityJson.writeRole(json, diagnosis);
        IdentityJson.writeCallers(json, diagnosis);
        WorkloadsJson.write(json, diagnosis);
        writeKeys(json, diagnosis.facts().keys());
        LogsJson.write(json, diagnosis);
        RunsJson.writeProbes(json, diagnosis);
        writeMigration(json, diagnosis.migration());
        IdentityJson.writeImds(json, diagnosis);
        RunsJson.writeCollectors(json, diagnosis);
        writeHistory(json, diagnosis.history());
        json.writeEndObject();
    }

    private static void writeHost(JsonGenerator json, Optional<InstanceIdentity> identity) throws IOException {
        json.writeObjectFieldStart("host");
        JsonText.text(json, "instance_id", identity.map(InstanceIdentity::instanceId));
        JsonText.text(json, "account_id", identity.map(InstanceIdentity::accountId));
        JsonText.text(json, "aws_region", identity.map(InstanceIdentity::region));
        JsonText.text(json, "availability_zone", identity.map(InstanceIdentity::availabilityZone));
        json.writeEndObject();
    }

    private static void writeFinding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", finding.code().label());
        json.writeStringField("severity", finding.severity().label());
        JsonText.moment(json, "since", Optional.of(finding.since()));
        json.writeStringField("subject", finding.subject());
        JsonText.sentences(json, "evidence", finding.evidence());
        JsonText.sentences(json, "remedy", finding.remedy());
        JsonText.text(json, "caused_by", finding.causedBy().map(FindingCode::label));
        json.writeEndObject();
    }

    private static void writeHistory(JsonGenerator json, List<Change> history) throws IOException {
        json.writeArrayFieldStart("history");
        for (Change change : history.subList(0, Math.min(MAX_CHANGES, history.size()))) {
            json.writeStartObject();
            JsonText.moment(json, "at", Optional.of(change.at()));
            json.writeStringField("kind", change.kind().label());
            json.writeStringField("subject", change.subject());
            json.writeStringField("sentence", change.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeKeys(JsonGenerator json, Optional<KeysFact> keys) throws IOException {
        json.writeFieldName("keys");
        if (keys.isPresent()) {
            KeysJson.write(json, keys.get());
        } else {
            json.writeNull();
        }
    }

    private static void writeMigration(JsonGenerator json, Migration migration) throws IOException {
        json.writeObjectFieldStart("migration");
        json.writeStringField("phase", migration.phase().label());
        json.writeBooleanField("keys_safe_to_delete", migration.keysSafeToDelete());
        JsonText.sentences(json, "because", migration.because());
        json.writeEndObject();
    }
}
