package io.rolemeter.publish.metrics;

import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerKind;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who this host is to AWS.
 *
 * <pre>
 * rolemeter_caller_expected{subject="default_chain",} 0.0
 * rolemeter_caller_identity_info{subject="default_chain",arn="arn:aws:iam::…:user/backend",…} 1.0
 * rolemeter_caller_kind{subject="default_chain",kind="iam_user",} 1.0
 * rolemeter_clock_skew_seconds -1.0
 * </pre>
 */
final class CallerFamilies {
    private static final String SUBJECT = "subject";

    private CallerFamilies() {}

    static Stream<Family> of(Diagnosis diagnosis) {
        Optional<CallersFact> callers = diagnosis.facts().callers();
        Expectations expectations = diagnosis.facts().expectations();
        Family identity = Family.info(
                "caller_identity_info",
                "Who STS says the caller is; absent while it has not said.",
                SUBJECT,
                "arn",
                "account_id",
                "kind",
                "principal",
                "session");
        Family kind = Family.gauge(
                "caller_kind",
                "What sort of principal the caller is: 1 for its kind, the others are absent.",
                SUBJECT,
                "kind");
        Family expected = Family.gauge(
                "caller_expected",
                "1 when account and role of the caller are the expected ones, else 0; absent when nothing is expected.",
                SUBJECT);
        for (CallerSubject subject : CallerSubject.values()) {
            Optional<CallerAnswer> answer = callers.map(fact -> fact.answers().get(subject));
            Optional<CallerIdentity> caller = answer.flatMap(CallerAnswer::identity);
            caller.ifPresent(known -> addIdentity(identity, subject, known));
            kind.add(
                    1,
                    subject.label(),
                    answer.map(CallerAnswer::kind).orElse(CallerKind.UNKNOWN).label());
            if (expectations.any()) {
                expected.add(caller.map(expectations::met).orElse(false), subject.label());
            }
        }
        Family skew = Family.gauge(
                "clock_skew_seconds",
                "The local clock minus AWS's, in seconds, good to a second or two; absent until AWS has answered.");
        callers.flatMap(CallersFact::clockSkew).ifPresent(skew::add);
        return Stream.of(identity, kind, expected, skew);
    }

    private static void addIdentity(Family identity, CallerSubject subject, CallerIdentity caller) {
        identity.add(
                1,
                subject.label(),
                caller.arn(),
                caller.accountId(),
                caller.kind().label(),
                caller.principal(),
                caller.session().orElse(""));
    }
}
