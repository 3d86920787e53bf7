package io.rolemeter.publish.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.Unreadable;
import java.io.IOException;

/** The keys document: what {@code scan --format json} prints, and the field {@code keys} of the status document. */
public final class KeysJson {
    private KeysJson() {}

    public static String document(KeysFact fact) {
        return JsonText.write(json -> write(json, fact));
    }

    static void write(JsonGenerator json, KeysFact fact) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("complete", fact.complete());
        json.writeArrayFieldStart("unreadable");
        for (PlaceScan scan : fact.places()) {
            for (Unreadable unreadable : scan.examples()) {
                json.writeStartObject();
                json.writeStringField("place", unreadable.place().label());
                json.writeStringField("path", unreadable.path());
                json.writeStringField("reason", unreadable.reason());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("places");
        for (PlaceScan scan : fact.places()) {
            json.writeStartObject();
            json.writeStringField("place", scan.place().label());
            json.writeNumberField("examined", scan.examined());
            json.writeNumberField("unreadable", scan.unreadable());
            JsonText.moment(json, "last_complete_at", scan.lastComplete());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("keys");
        for (FoundKey key : fact.keys()) {
            writeKey(json, key);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeKey(JsonGenerator json, FoundKey key) throws IOException {
        Location location = key.location();
        json.writeStartObject();
        json.writeStringField("place", key.place().label());
        json.writeStringField("path", location.path());
        JsonText.number(json, "line", location.line());
        JsonText.number(json, "pid", location.pid());
        json.writeStringField("key_id", key.keyId().masked());
        json.writeStringField("kind", key.keyId().kind().label());
        JsonText.text(json, "account_id", key.keyId().accountId());
        json.writeStringField("exposure", key.exposure().label());
        json.writeBooleanField("secret_present", key.secretPresent());
        JsonText.text(json, "owner", location.owner());
        JsonText.text(json, "mode", location.mode());
        JsonText.text(json, "program", key.program());
        JsonText.text(json, "note", key.note());
        json.writeEndObject();
    }
}
