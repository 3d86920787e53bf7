package io.rolemeter.collect.probe.kinds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rolemeter.aws.StubbedAws.assumed;
import static io.rolemeter.aws.StubbedAws.stsError;
import static io.rolemeter.collect.probe.Probing.Result.failed;
import static io.rolemeter.collect.probe.Probing.Result.passed;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.aws.StubbedAws;
import io.rolemeter.collect.SimulatedAccess;
import io.rolemeter.collect.probe.Probing;
import io.rolemeter.model.FailureReason;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StsAssumeRoleTest {
    private static final String VIEWER = "arn:aws:iam::111122223333:role/viewer";
    private static final String PROBE = "sts-assume-role: { role_arn: \"" + VIEWER + "\" }";

    private final StubbedAws aws = new StubbedAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void theRoleIsAssumedForTheShortestTimeThatThereIs() {
        aws.sts(assumed("ASIARTX3GSDSVIEWER77"));

        assertThat(Probing.run(PROBE, aws.access()))
                .isEqualTo(passed("assumed the role; its credentials were dropped"));
        aws.server.verify(
                1,
                postRequestedFor(urlEqualTo("/"))
                        .withRequestBody(equalTo("Action=AssumeRole&Version=2011-06-15"
                                + "&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fviewer"
                                + "&RoleSessionName=rolemeter&DurationSeconds=900"))
                        .withHeader("X-Amz-Security-Token", equalTo(StubbedAws.TOKEN)));
    }

    @Test
    void theExternalIdIsSentAlong() {
        aws.sts(assumed("ASIARTX3GSDSVIEWER77"));

        assertThat(Probing.run(
                        "sts-assume-role: { role_arn: \"" + VIEWER + "\", external_id: \"partner/7\" }", aws.access()))
                .isEqualTo(passed("assumed the role; its credentials were dropped"));
        aws.server.verify(1, postRequestedFor(urlEqualTo("/")).withFormParam("ExternalId", equalTo("partner/7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIARTX3GSDSVIEWER77", "ASIA", "", "ASIARTX3GSDSVIEWER777"})
    void aKeyThatIsNotTemporaryIsUnexpected(String keyId) {
        aws.sts(assumed(keyId));

        assertThat(Probing.run(PROBE, aws.access()))
                .isEqualTo(failed(FailureReason.UNEXPECTED_ANSWER, "STS gave no temporary key"));
        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(FailureReason.UNEXPECTED_ANSWER, "STS gave no temporary key"));
    }

    @Test
    void aSessionOfAnotherLengthIsNotDenied() {
        aws.sts(assumed("ASIARTX3GSDSVIEWER77").withHeader("Date", "Sat, 21 Nov 2026 12:00:00 GMT"));

        assertThat(Probing.run(PROBE, aws.access()).reason()).contains(FailureReason.UNEXPECTED_ANSWER);
        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()).reason())
                .contains(FailureReason.NOT_DENIED);
    }

    @Test
    void anAnswerWithoutCredentialsIsUnexpected() {
        aws.sts(aResponse().withStatus(200).withBody("<AssumeRoleResponse/>"));

        assertThat(Probing.run(PROBE, aws.access()))
                .isEqualTo(failed(FailureReason.UNEXPECTED_ANSWER, "STS gave no temporary key"));
    }

    @ParameterizedTest
    @CsvSource({
        "403, ExpiredToken, EXPIRED_TOKEN",
        "403, InvalidClientTokenId, INVALID_KEY",
        "400, ValidationError, INVALID_REQUEST",
        "403, RegionDisabledException, INVALID_REQUEST",
        "400, Throttling, THROTTLED"
    })
    void nothingButADenialIsADenial(int status, String code, FailureReason reason) {
        aws.sts(stsError(status, code, "So it is."));

        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(reason, code + ": So it is."));
    }

    @Test
    void aSimulatedRoleAssumesTheViewerAndNoOther() {
        try (SimulatedAccess host = SimulatedAccess.to("healthy", Clock.systemUTC())) {
            host.role().collect();

            assertThat(Probing.run(PROBE, host.access()))
                    .isEqualTo(passed("assumed the role; its credentials were dropped"));
            assertThat(Probing.run(PROBE.replace("viewer", "admin") + ", expect: denied", host.access()))
                    .isEqualTo(passed("AccessDenied: User: arn:aws:sts::111122223333:assumed-role/app-backend-role/"
                            + "i-0a1b2c3d4e5f67890 is not authorized to perform: sts:AssumeRole on resource:"
                            + " arn:aws:iam::111122223333:role/admin because no identity-based policy allows the"
                            + " sts:AssumeRole action"));
        }
    }

    @Test
    void everyMistakeInTheSettingsIsSaid() {
        assertThat(Probing.problems("sts-assume-role: {}"))
                .containsExactly(
                        "2: probes[0].sts-assume-role.role_arn: is missing; expected a text that is not empty");
        assertThat(Probing.problems(
                        "sts-assume-role: { role_arn: \"arn:aws:iam::1111:role/viewer\", external: x, region: EU }"))
                .containsExactly(
                        "2: probes[0].sts-assume-role.role_arn: found \"arn:aws:iam::1111:role/viewer\"; expected the"
                                + " ARN of a role, such as arn:aws:iam::111122223333:role/viewer",
                        "2: probes[0].sts-assume-role.region: found \"EU\"; expected a region such as us-east-1",
                        "2: probes[0].sts-assume-role.external: unknown key; did you mean \"external_id\"?");
        assertThat(Probing.problems("sts-assume-role: { role_arn: \"" + VIEWER + "\", external_id: \"\" }"))
                .containsExactly("2: probes[0].sts-assume-role.external_id: found \"\"; expected 2 to 1224 letters,"
                        + " digits and \"_+=,.@:/-\"");
    }
}
