package io.rolemeter.publish.http;

import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Diagnosis;
import java.util.Optional;

/** Who AWS says the host is. */
final class CallersSection {
    private CallersSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        page.open("section").element("h2", "Who AWS says this host is");
        diagnosis
                .facts()
                .callers()
                .ifPresentOrElse(
                        fact -> write(page, fact), () -> page.element("p", "Not asked yet.", "class", "nothing"));
        page.close();
    }

    private static void write(Markup page, CallersFact fact) {
        DataTable table = DataTable.open(page, "callers", "Credentials of", "Kind", "Identity");
        for (CallerSubject subject : CallerSubject.values()) {
            Optional<CallerAnswer> answer = Optional.ofNullable(fact.answers().get(subject));
            Optional<CallerIdentity> caller = answer.flatMap(CallerAnswer::identity);
            String kind = answer.map(known -> known.kind().label()).orElse("unknown");
            table.row(
                    kind,
                    Cell.of(words(subject)),
                    Cell.of(kind),
                    Cell.of(
                            caller.map(CallerIdentity::arn).orElseGet(() -> failure(answer)),
                            caller.map(identity -> "account " + identity.accountId())
                                    .orElse("")));
        }
        table.close();
    }

    private static String words(CallerSubject subject) {
        return switch (subject) {
            case INSTANCE_ROLE -> "the instance's role";
            case DEFAULT_CHAIN -> "this user's default chain";
        };
    }

    private static String failure(Optional<CallerAnswer> answer) {
        return answer.flatMap(CallerAnswer::failure)
                .map(unknown -> unknown.reason().label() + ": " + unknown.detail())
                .orElse("not asked yet");
    }
}
