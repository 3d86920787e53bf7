package io.rolemeter.publish.report;

import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.Times;
import java.time.Instant;
import java.util.Optional;

/** The role of the instance, and who AWS says the host is. */
final class IdentityText {
    private static final String NOT_KNOWN = "-";

    private IdentityText() {}

    static void write(Page page, Diagnosis diagnosis) {
        page.heading("Role");
        diagnosis
                .facts()
                .role()
                .ifPresentOrElse(
                        fact -> writeRole(page, fact, diagnosis), () -> page.line("  unknown  not looked at yet"));
        page.heading("Identities");
        diagnosis
                .facts()
                .callers()
                .ifPresentOrElse(fact -> page.table(callers(fact)), () -> page.line("  not asked yet"));
    }

    private static void writeRole(Page page, RoleFact fact, Diagnosis diagnosis) {
        Table table = new Table("state", fact.state().label() + "  " + fact.detail());
        fact.identity()
                .ifPresent(identity -> table.row(
                        "instance",
                        identity.instanceId() + " in " + identity.availabilityZone() + ", account "
                                + identity.accountId()));
        fact.profile().ifPresent(profile -> table.row("profile", profile.arn() + " (" + profile.id() + ")"));
        fact.session()
                .ifPresent(session -> table.row("role", session.role())
                        .row("key id", session.keyId().masked())
                        .row("issued", moment(session.issuedAt(), diagnosis))
                        .row("expires", moment(session.expiresAt(), diagnosis)));
        page.table(table);
    }

    private static String moment(Instant at, Diagnosis diagnosis) {
        return Times.moment(at) + ", " + Times.relative(at, diagnosis.at());
    }

    private static Table callers(CallersFact fact) {
        Table table = new Table("SUBJECT", "KIND", "ACCOUNT", "ARN");
        for (CallerSubject subject : CallerSubject.values()) {
            Optional<CallerAnswer> answer = Optional.ofNullable(fact.answers().get(subject));
            Optional<CallerIdentity> caller = answer.flatMap(CallerAnswer::identity);
            table.row(
                    subject.label(),
                    answer.map(known -> known.kind().label()).orElse(NOT_KNOWN),
                    caller.map(CallerIdentity::accountId).orElse(NOT_KNOWN),
                    caller.map(CallerIdentity::arn).orElseGet(() -> failure(answer)));
        }
        return table;
    }

    private static String failure(Optional<CallerAnswer> answer) {
        return answer.flatMap(CallerAnswer::failure)
                .map(unknown -> unknown.reason().label() + ": " + unknown.detail())
                .orElse(NOT_KNOWN);
    }
}
