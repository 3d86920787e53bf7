package io.rolemeter.collect.probe.kinds;

import io.rolemeter.aws.ApiAnswer;
import io.rolemeter.aws.ApiError;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import java.util.List;
import java.util.Optional;

/**
 * Any AWS API in any region, signed with the role's credentials: the kind for what has no kind of its own. It does what it is
 * told, so what changes something at AWS belongs here only with {@code expect: denied} or EC2's {@code DryRun}. Costs what the
 * call costs.
 *
 * <p>Exactly one of {@code action} (query protocol), {@code target} (JSON protocols) and {@code path} (REST) names the call. It
 * passes when the answer is one of success, or what {@code status} or {@code error} expect, and meets every check of {@link
 * AnswerChecks}. EC2's {@code DryRunOperation} is success.
 *
 * <p>Needs the action that it calls; for REST name it in {@code needs}, and in {@code resources} what it is called on.
 *
 * <pre>{@code
 * aws-api: { service: ec2, action: DescribeInstances, version: 2016-11-15, parameters: {DryRun: true} }
 * aws-api: { service: dynamodb, target: DynamoDB_20120810.DescribeTable, body: {TableName: orders}, json: {/Table/TableStatus: ACTIVE} }
 * aws-api: { service: bedrock, path: "/inference-profiles/us.amazon.nova-pro-v1:0", needs: [bedrock:GetInferenceProfile] }
 * }</pre>
 */
public final class AwsApi implements ProbeKind {
    public static final String NAME = "aws-api";

    /** EC2's word for "you may, and nothing was done". */
    private static final String WOULD_HAVE_SUCCEEDED = "DryRunOperation";

    private static final String PERMISSION = "[a-z0-9-]+:[A-Za-z0-9*]+";

    /** What the answer must be. */
    private record Expected(Optional<Long> status, Optional<String> error, AnswerChecks checks) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Probe read(ProbeSettings settings) {
        Section own = settings.own();
        ApiForm form = ApiForm.read(own);
        Expected expected = new Expected(own.number("status", 100, 599), own.text("error"), AnswerChecks.read(own));
        List<String> needs = own.texts("needs");
        if (needs.stream().anyMatch(permission -> !permission.matches(PERMISSION))) {
            own.problem("needs", "has an entry that is no permission; expected such as bedrock:GetInferenceProfile");
        }
        List<String> actions = needs.isEmpty() ? form.permission().stream().toList() : needs;
        List<String> named = own.texts("resources");
        List<String> resources = named.isEmpty() ? List.of("*") : named;
        return Probe.needing(
                scope -> actions.isEmpty() ? List.of() : List.of(new Grant(actions, resources)),
                aws -> AwsCall.in(
                        form.region(),
                        aws,
                        region -> judge(
                                aws.clients().call(form.request(region), aws.role(), settings.timeout()),
                                form.toString(),
                                expected)));
    }

    private static Answer judge(ApiAnswer answer, String call, Expected expected) {
        String code = answer.error().map(ApiError::code).orElse("");
        if (expected.error().isPresent()) {
            String wanted = expected.error().get();
            if (code.equals(wanted)) {
                return new Answer.Done(call + " was refused with " + wanted + ", as expected");
            }
            answer.orThrow();
            return Answer.Refused.unexpected(call + " succeeded; expected is the error " + wanted);
        }
        if (code.equals(WOULD_HAVE_SUCCEEDED)) {
            return new Answer.Done(call + " would have succeeded");
        }
        boolean expectedStatus = expected.status().map(Long::intValue).equals(Optional.of(answer.status()));
        if (!expectedStatus) {
            answer.orThrow();
        }
        if (!expectedStatus && expected.status().isPresent()) {
            return Answer.Refused.unexpected(call + " was answered with HTTP " + answer.status() + "; expected is "
                    + expected.status().get());
        }
        return expected.checks()
                .unmet(answer.body())
                .<Answer>map(check -> Answer.Refused.unexpected(call + ": " + check))
                .orElseGet(() -> new Answer.Done(call + " succeeded"));
    }
}
