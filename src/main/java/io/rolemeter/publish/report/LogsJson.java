package io.rolemeter.publish.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.WatchedLog;
import java.io.IOException;
import java.util.Optional;

/** The field of the status document that tells what programs complain of in their logs. */
final class LogsJson {
    private LogsJson() {}

    static void write(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        json.writeFieldName("logs");
        Optional<LogsFact> logs = diagnosis.facts().logs();
        if (logs.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeBooleanField("complete", logs.get().complete());
        json.writeArrayFieldStart("unreadable");
        for (LogsFact.UnreadLog unread : logs.get().unreadable()) {
            json.writeStartObject();
            json.writeStringField("path", unread.path());
            json.writeStringField("reason", unread.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("files");
        for (WatchedLog log : logs.get().logs()) {
            write(json, log);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, WatchedLog log) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", log.path());
        JsonText.text(json, "workload", log.workload());
        JsonText.moment(json, "since", Optional.of(log.since()));
        json.writeArrayFieldStart("errors");
        for (LoggedErrors logged : log.errors()) {
            json.writeStartObject();
            json.writeStringField("error", logged.error().label());
            json.writeNumberField("count", logged.count());
            JsonText.moment(json, "last_at", Optional.of(logged.last()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("undated", log.undated());
        json.writeArrayFieldStart("denials");
        for (DeniedAction denied : log.denials()) {
            json.writeStartObject();
            json.writeStringField("principal", denied.principal());
            json.writeStringField("action", denied.action());
            JsonText.text(json, "resource", denied.resource());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
