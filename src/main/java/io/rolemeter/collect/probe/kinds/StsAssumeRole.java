package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeyKind;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Assumes another role for the shortest time that STS allows, and drops what it gets. Needs {@code sts:AssumeRole}, and the
 * other role's trust.
 *
 * <pre>{@code
 * sts-assume-role: { role_arn: "arn:aws:iam::111122223333:role/viewer", external_id: optional }
 * }</pre>
 */
public final class StsAssumeRole implements ProbeKind {
    private static final String SESSION_NAME = "rolemeter";
    private static final int LEAST_SECONDS = 900;
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

    @Override
    public String name() {
        return "sts-assume-role";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        Section own = settings.own();
        String role = own.required("role_arn");
        if (!role.isEmpty() && !role.matches("arn:aws[a-z-]*:iam::\\d{12}:role/\\S+")) {
            own.reject("role_arn", "the ARN of a role, such as arn:aws:iam::111122223333:role/viewer");
        }
        Optional<String> externalId = own.value(
                "external_id",
                "2 to 1224 letters, digits and \"_+=,.@:/-\"",
                text -> Optional.of(text).filter(EXTERNAL_ID.asMatchPredicate()));
        Optional<String> ownRegion = own.region("region");
        return aws -> AwsCall.in(ownRegion, aws, region -> {
            try (StsClient sts = aws.clients().sts(region, aws.role(), settings.timeout())) {
                return judge(sts.assumeRole(request -> request.roleArn(role)
                        .roleSessionName(SESSION_NAME)
                        .durationSeconds(LEAST_SECONDS)
                        .externalId(externalId.orElse(null))));
            }
        });
    }

    private static Answer judge(AssumeRoleResponse answer) {
        Optional<KeyKind> kind = Optional.ofNullable(answer.credentials())
                .map(Credentials::accessKeyId)
                .flatMap(KeyId::of)
                .map(KeyId::kind);
        return kind.equals(Optional.of(KeyKind.TEMPORARY))
                ? new Answer.Done("assumed the role; its credentials were dropped")
                : new Answer.Refused(FailureReason.UNEXPECTED_ANSWER, "STS gave no temporary key");
    }
}
