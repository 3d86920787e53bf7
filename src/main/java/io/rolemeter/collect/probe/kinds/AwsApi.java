package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import java.util.List;

/**
 * Any AWS API in any region, signed with the role's credentials: the kind for what has no kind of its own. It does what it is
 * told, so what changes something at AWS belongs here only with {@code expect: denied} or EC2's {@code DryRun}. Costs what the
 * call costs.
 *
 * <p>Exactly one of {@code action} (query protocol), {@code target} (JSON protocols) and {@code path} (REST) names the call. It
 * passes when the answer is one of success, or what {@code status} or {@code error} expect, and meets every check of {@link
 * AnswerChecks}. EC2's {@code DryRunOperation} is success. With {@code expect: denied} it passes when the answer's code is one
 * of denial; an {@code error} that is such a code, or a {@code status} that is none of success, says which denial, and the checks
 * are then of what it holds.
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

    private static final String PERMISSION = "[a-z0-9-]+:[A-Za-z0-9*]+";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Probe read(ProbeSettings settings) {
        Section own = settings.own();
        ApiForm form = ApiForm.read(own);
        ExpectedAnswer expected = ExpectedAnswer.read(settings);
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
                        region -> expected.judge(
                                aws.clients().call(form.request(region), aws.role(), settings.timeout()),
                                form.toString())));
    }
}
