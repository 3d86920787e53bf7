package io.rolemeter.publish.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerKind;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Imds;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.ImdsV1;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.RotationRhythm;
import java.io.IOException;
import java.util.Optional;

/** The fields of the status document that tell who the host is. */
final class IdentityJson {
    private IdentityJson() {}

    static void writeRole(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        Optional<RoleFact> fact = diagnosis.facts().role();
        Optional<InstanceProfile> profile = fact.flatMap(RoleFact::profile);
        Optional<RoleSession> session = fact.flatMap(RoleFact::session);
        json.writeObjectFieldStart("role");
        json.writeStringField(
                "state", fact.map(RoleFact::state).orElse(RoleState.UNKNOWN).label());
        JsonText.text(json, "detail", fact.map(RoleFact::detail));
        JsonText.text(json, "profile_arn", profile.map(InstanceProfile::arn));
        JsonText.text(json, "profile_id", profile.map(InstanceProfile::id));
        JsonText.text(json, "role", session.map(RoleSession::role).or(() -> profile.flatMap(InstanceProfile::role)));
        JsonText.text(json, "key_id", session.map(held -> held.keyId().masked()));
        JsonText.moment(json, "issued_at", session.map(RoleSession::issuedAt));
        JsonText.moment(json, "expires_at", session.map(RoleSession::expiresAt));
        writeRotation(json, diagnosis.facts().past().rhythm(), session);
        json.writeEndObject();
    }

    private static void writeRotation(
            JsonGenerator json, Optional<RotationRhythm> learned, Optional<RoleSession> session) throws IOException {
        if (learned.isEmpty()) {
            json.writeNullField("rotation");
            return;
        }
        RotationRhythm rhythm = learned.get();
        json.writeObjectFieldStart("rotation");
        json.writeNumberField("seen", rhythm.seen());
        JsonText.seconds(json, "life_seconds", Optional.of(rhythm.life()));
        JsonText.seconds(json, "renewed_before_expiry_seconds", Optional.of(rhythm.beforeExpiry()));
        JsonText.moment(json, "next_expected_at", session.map(rhythm::renewal));
        JsonText.moment(json, "overdue_at", session.map(rhythm::overdue));
        json.writeEndObject();
    }

    static void writeCallers(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        json.writeArrayFieldStart("callers");
        for (CallerSubject subject : CallerSubject.values()) {
            Optional<CallerAnswer> answer =
                    diagnosis.facts().callers().map(fact -> fact.answers().get(subject));
            writeCaller(json, subject, answer, diagnosis.facts().expectations());
        }
        json.writeEndArray();
    }

    private static void writeCaller(
            JsonGenerator json, CallerSubject subject, Optional<CallerAnswer> answer, Expectations expectations)
            throws IOException {
        Optional<CallerIdentity> caller = answer.flatMap(CallerAnswer::identity);
        Optional<CallerAnswer.Unidentified> failure = answer.flatMap(CallerAnswer::failure);
        json.writeStartObject();
        json.writeStringField("subject", subject.label());
        JsonText.text(json, "arn", caller.map(CallerIdentity::arn));
        JsonText.text(json, "account_id", caller.map(CallerIdentity::accountId));
        json.writeStringField(
                "kind",
                answer.map(CallerAnswer::kind).orElse(CallerKind.UNKNOWN).label());
        JsonText.text(json, "principal", caller.map(CallerIdentity::principal));
        JsonText.text(json, "session", caller.flatMap(CallerIdentity::session));
        if (expectations.any() && caller.isPresent()) {
            json.writeBooleanField("expected", expectations.met(caller.get()));
        } else {
            json.writeNullField("expected");
        }
        JsonText.text(json, "reason", failure.map(unknown -> unknown.reason().label()));
        JsonText.text(json, "detail", failure.map(CallerAnswer.Unidentified::detail));
        json.writeEndObject();
    }

    static void writeImds(JsonGenerator json, Diagnosis diagnosis) throws IOException {
        Optional<Imds> imds = diagnosis.facts().role().map(RoleFact::imds);
        json.writeObjectFieldStart("imds");
        json.writeBooleanField("up", imds.map(Imds::up).orElse(false));
        JsonText.text(json, "failure", imds.flatMap(Imds::failure).map(ImdsFailure::label));
        JsonText.text(json, "v1", imds.map(Imds::v1).map(IdentityJson::v1));
        JsonText.seconds(json, "clock_skew_seconds", diagnosis.facts().callers().flatMap(CallersFact::clockSkew));
        json.writeEndObject();
    }

    private static String v1(ImdsV1 v1) {
        return switch (v1) {
            case ANSWERED -> "enabled";
            case REFUSED -> "disabled";
            case UNKNOWN -> "unknown";
        };
    }
}
