package io.rolemeter.collect.probe.kinds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rolemeter.aws.StubbedAws.s3Answer;
import static io.rolemeter.aws.StubbedAws.s3Error;
import static io.rolemeter.collect.probe.Probing.Result.failed;
import static io.rolemeter.collect.probe.Probing.Result.passed;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.rolemeter.aws.StubbedAws;
import io.rolemeter.collect.SimulatedAccess;
import io.rolemeter.collect.probe.Probing;
import io.rolemeter.model.FailureReason;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3GetTest {
    private static final String PATH = "/source/health.txt";
    private static final String PROBE = "s3-get: { bucket: source, key: health.txt }";

    private final StubbedAws aws = new StubbedAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void theFirstByteIsReadInTheRegionOfTheProbeWithTheRoleSession() {
        aws.s3(PATH, s3Answer(206).withBody("o"));

        assertThat(Probing.run("s3-get: { bucket: source, key: health.txt, region: ap-south-1 }", aws.access()))
                .isEqualTo(passed("read s3://source/health.txt"));
        aws.server.verify(
                1,
                getRequestedFor(urlEqualTo(PATH))
                        .withHeader("Range", equalTo("bytes=0-0"))
                        .withHeader("X-Amz-Security-Token", equalTo(StubbedAws.TOKEN))
                        .withHeader("Authorization", matching(".*/ap-south-1/s3/aws4_request.*")));
    }

    @Test
    void anEmptyObjectHasNoFirstByteAndIsReadable() {
        aws.s3(PATH, s3Error(416, "InvalidRange", "The requested range is not satisfiable"));

        assertThat(Probing.run(PROBE, aws.access())).isEqualTo(passed("read s3://source/health.txt"));
        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(FailureReason.NOT_DENIED, "read s3://source/health.txt"));
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchKey, NOT_FOUND",
        "404, NoSuchBucket, NOT_FOUND",
        "503, SlowDown, THROTTLED",
        "400, ExpiredToken, EXPIRED_TOKEN",
        "403, InvalidAccessKeyId, INVALID_KEY",
        "403, SignatureDoesNotMatch, BAD_SIGNATURE",
        "403, RequestTimeTooSkewed, CLOCK_SKEW",
        "301, PermanentRedirect, INVALID_REQUEST",
        "500, InternalError, ERROR"
    })
    void nothingButADenialIsADenial(int status, String code, FailureReason reason) {
        aws.s3(PATH, s3Error(status, code, "So it is."));

        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(reason, code + ": So it is."));
        assertThat(Probing.run(PROBE, aws.access())).isEqualTo(failed(reason, code + ": So it is."));
    }

    @Test
    void aDenialIsWhatWasExpectedOrNot() {
        aws.s3(PATH, s3Error(403, "AccessDenied", "Access Denied"));

        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(passed("AccessDenied: Access Denied"));
        assertThat(Probing.run(PROBE, aws.access()))
                .isEqualTo(failed(FailureReason.DENIED, "AccessDenied: Access Denied"));
    }

    @Test
    void aTimeoutIsNoDenial() {
        aws.s3(PATH, s3Answer(206).withFixedDelay(60_000));

        assertThat(Probing.run(PROBE + ", expect: denied, timeout: 1s", aws.access()))
                .isEqualTo(failed(FailureReason.TIMEOUT, "AWS did not answer in time"));
    }

    @Test
    void withoutCredentialsNothingIsSentAndNothingDenied() {
        aws.role.drop();

        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(
                        FailureReason.NO_CREDENTIALS, "the metadata service has given no credentials to ask with"));
        aws.server.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"200, allowed", "200, denied", "206, denied"})
    void aPageThatS3DidNotSendIsNeitherAllowedNorDenied(int status, String expect) {
        ResponseDefinitionBuilder page = aResponse().withStatus(status).withBody("<html>Sign in</html>");
        aws.s3(PATH, page);

        assertThat(Probing.run(PROBE + ", expect: " + expect, aws.access()))
                .isEqualTo(failed(
                        FailureReason.UNEXPECTED_ANSWER,
                        "HTTP " + status + " without the request id that S3 sends: something else answers there"));
    }

    @ParameterizedTest
    @CsvSource({
        "source, health.txt, PASSED, read s3://source/health.txt",
        "source, nothing.txt, FAILED, NoSuchKey: The specified key does not exist.",
        "nowhere, health.txt, FAILED, NoSuchBucket: The specified bucket does not exist"
    })
    void aSimulatedHostReadsWhatItsRoleMay(String bucket, String key, String outcome, String detail) {
        try (SimulatedAccess host = SimulatedAccess.to("healthy", Clock.systemUTC())) {
            host.role().collect();

            Probing.Result result = Probing.run("s3-get: { bucket: " + bucket + ", key: " + key + " }", host.access());

            assertThat(result.outcome()).hasToString(outcome);
            assertThat(result.detail()).isEqualTo(detail);
        }
    }

    @Test
    void everyMistakeInTheSettingsIsSaid() {
        assertThat(Probing.problems("s3-get: {}"))
                .containsExactly(
                        "2: probes[0].s3-get.bucket: is missing; expected a text that is not empty",
                        "2: probes[0].s3-get.key: is missing; expected a text that is not empty");
        assertThat(Probing.problems("s3-get: { bucket: source, key: a, range: 1, region: Ireland }"))
                .containsExactly(
                        "2: probes[0].s3-get.region: found \"Ireland\"; expected a region such as us-east-1",
                        "2: probes[0].s3-get.range: unknown key; expected one of bucket, key, region");
        assertThat(Probing.problems("s3-get: { bucket: \"s3://source\", key: a }"))
                .containsExactly("2: probes[0].s3-get.bucket: found \"s3://source\"; expected the name of a bucket, or"
                        + " the ARN of an access point");
    }
}
