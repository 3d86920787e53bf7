package io.rolemeter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.DeniedAction.Because;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenialTest {
    private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/app-backend-role/i-0a1b2c3d4e5f67890";
    private static final String VIEWER = "arn:aws:iam::111122223333:role/viewer";
    private static final String MODEL = "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-pro-v1:0";
    private static final String OBJECT = "arn:aws:s3:::source/dir/a b.txt";
    private static final String POLICY = "arn:aws:iam::111122223333:policy/AWSRevokeOlderSessions";
    private static final String SERVICE_CONTROL =
            "arn:aws:organizations::999988887777:policy/o-exampleorg/service_control_policy/p-abc123";
    private static final String LINK = " Go to https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/"
            + "authorization-details/0abc for complete details, or call the GetRequestAuthorizationDetails API with the"
            + " following authorization id: 0abc";

    @ParameterizedTest
    @MethodSource("messages")
    void readsWhoWhatAndWhy(String message, DeniedAction denied) {
        assertThat(Denial.read(message)).contains(denied);
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments(
                        said(ROLE, "sts:AssumeRole", VIEWER),
                        denied("sts:AssumeRole", VIEWER, Because.NOT_SAID, "", "")),
                arguments(
                        said(ROLE, "sts:AssumeRole", VIEWER)
                                + " because no role trust policy allows the sts:AssumeRole action",
                        denied("sts:AssumeRole", VIEWER, Because.NOT_ALLOWED, "role trust policy", "")),
                arguments(
                        said(ROLE, "sts:AssumeRole", VIEWER)
                                + " because the role trust policy allows the sts:AssumeRole action",
                        denied("sts:AssumeRole", VIEWER, Because.NOT_ALLOWED, "role trust policy", "")),
                arguments(
                        said(ROLE, "bedrock:InvokeModel", MODEL)
                                + " because no identity-based policy allows the bedrock:InvokeModel action",
                        denied("bedrock:InvokeModel", MODEL, Because.NOT_ALLOWED, "identity-based policy", "")),
                arguments(
                        said(ROLE, "s3:PutObject", "\"" + OBJECT + "\"")
                                + " because no permissions boundary allows the s3:PutObject action.",
                        denied("s3:PutObject", OBJECT, Because.NOT_ALLOWED, "permissions boundary", "")),
                arguments(
                        said(ROLE, "s3:GetObject", "\"" + OBJECT + "\"")
                                + " with an explicit deny in an identity-based policy",
                        denied("s3:GetObject", OBJECT, Because.EXPLICIT_DENY, "identity-based policy", "")),
                arguments(
                        said(ROLE, "s3:GetObject", VIEWER) + " with an explicit deny in an identity-based policy: "
                                + POLICY + "." + LINK,
                        denied("s3:GetObject", VIEWER, Because.EXPLICIT_DENY, "identity-based policy", POLICY)),
                arguments(
                        said(ROLE, "bedrock:InvokeModel", MODEL)
                                + " with an explicit deny in a service control policy: " + SERVICE_CONTROL,
                        denied(
                                "bedrock:InvokeModel",
                                MODEL,
                                Because.EXPLICIT_DENY,
                                "service control policy",
                                SERVICE_CONTROL)),
                arguments(
                        said(ROLE, "SNS:Publish", VIEWER)
                                + " with an explicit deny in a VPC endpoint policy transitively through a service control"
                                + " policy" + LINK,
                        denied(
                                "SNS:Publish",
                                VIEWER,
                                Because.EXPLICIT_DENY,
                                "VPC endpoint policy transitively through a service control policy",
                                "")),
                arguments(
                        "You are not authorized to perform this operation. "
                                + said(ROLE, "ec2:DescribeInstances", "*")
                                + " because no identity-based policy allows the ec2:DescribeInstances action. Encoded"
                                + " authorization failure message: " + "aZ9_".repeat(400),
                        denied("ec2:DescribeInstances", "*", Because.NOT_ALLOWED, "identity-based policy", "")),
                arguments(
                        "User: " + ROLE
                                + " is not authorized to perform: ec2:DescribeInstances because no identity-based"
                                + " policy allows the ec2:DescribeInstances action",
                        denied("ec2:DescribeInstances", "", Because.NOT_ALLOWED, "identity-based policy", "")),
                arguments(
                        "User: " + ROLE + " is not\n  authorized to perform: s3:GetObject on\n  resource: " + VIEWER
                                + " with an explicit\n deny in the resource control\n policy",
                        denied("s3:GetObject", VIEWER, Because.EXPLICIT_DENY, "resource control policy", "")),
                arguments(
                        said(ROLE, "kinesisvideo:GetDataEndpoint", VIEWER)
                                + " (Service: KinesisVideo, Status Code: 403, Request ID: 0)",
                        denied("kinesisvideo:GetDataEndpoint", VIEWER, Because.NOT_SAID, "", "")),
                arguments(
                        "An error occurred (AccessDenied) when calling the AssumeRole operation: "
                                + said(ROLE, "sts:AssumeRole", VIEWER) + ".",
                        denied("sts:AssumeRole", VIEWER, Because.NOT_SAID, "", "")));
    }

    @Test
    void whoWasDeniedMayBeAUserOfAnyPartition() {
        String user = "arn:aws-us-gov:iam::111122223333:user/team/app-backend";

        assertThat(Denial.read(said(user, "s3:GetObject", OBJECT)).orElseThrow().principal())
                .isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Access Denied",
                "User: anonymous is not authorized to perform: s3:GetObject",
                "You don't have access to the model with the specified model ID.",
                "User: arn:aws:iam::1:user/x is not authorized to perform: s3:GetObject"
            })
    void whatHoldsNoSuchSentenceDeniesNothing(String message) {
        assertThat(Denial.read(message)).isEmpty();
    }

    @Test
    void theRegionOfTheResourceIsPartOfItsArn() {
        assertThat(denied("a:B", MODEL, Because.NOT_SAID, "", "").resourceRegion())
                .contains("us-west-2");
        assertThat(denied("a:B", "arn:aws:bedrock:::foundation-model/m", Because.NOT_SAID, "", "")
                        .resourceRegion())
                .contains("");
        assertThat(denied("a:B", "*", Because.NOT_SAID, "", "").resourceRegion())
                .isEmpty();
    }

    @Test
    void noMessageHoldsItUp() {
        String endless = "User: arn:aws:iam::111122223333:" + "user/ ".repeat(100_000);

        Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeout(
                        Duration.ofSeconds(5), () -> Denial.read(endless)))
                .doesNotThrowAnyException();
    }

    private static String said(String principal, String action, String resource) {
        return "User: " + principal + " is not authorized to perform: " + action + " on resource: " + resource;
    }

    private static DeniedAction denied(String action, String resource, Because because, String type, String policy) {
        return new DeniedAction(ROLE, action, some(resource), because, some(type), some(policy));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }
}
