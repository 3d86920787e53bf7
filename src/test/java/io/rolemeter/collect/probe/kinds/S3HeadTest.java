package io.rolemeter.collect.probe.kinds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.headRequestedFor;
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
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3HeadTest {
    private static final String PATH = "/source/film.mp4";
    private static final String PROBE = "s3-head: { bucket: source, key: film.mp4, bytes: 957923 }";

    private final StubbedAws aws = new StubbedAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void theSizeIsAskedForWithoutReading() {
        answer(s3Answer(200).withHeader("Content-Length", "957923"), s3Answer(500));

        assertThat(Probing.run(PROBE, aws.access())).isEqualTo(passed("s3://source/film.mp4 has 957923 bytes"));
        aws.server.verify(1, headRequestedFor(urlEqualTo(PATH)));
        aws.server.verify(0, getRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void anotherSizeIsAnUnexpectedAnswer() {
        answer(s3Answer(200).withHeader("Content-Length", "7"), s3Answer(500));

        assertThat(Probing.run(PROBE, aws.access()))
                .isEqualTo(failed(
                        FailureReason.UNEXPECTED_ANSWER, "s3://source/film.mp4 has 7 bytes, expected are 957923"));
    }

    @ParameterizedTest
    @CsvSource({
        "403, 403, AccessDenied, DENIED",
        "400, 400, ExpiredToken, EXPIRED_TOKEN",
        "403, 403, InvalidAccessKeyId, INVALID_KEY",
        "404, 404, NoSuchKey, NOT_FOUND",
        "404, 404, NoSuchBucket, NOT_FOUND",
        "301, 301, PermanentRedirect, INVALID_REQUEST",
        "403, 404, NoSuchKey, NOT_FOUND"
    })
    void aRefusalIsAskedAgainAsAReadOfTheFirstByte(int ofHead, int ofGet, String code, FailureReason reason) {
        answer(aResponse().withStatus(ofHead), s3Error(ofGet, code, "So it is."));

        assertThat(Probing.run(PROBE, aws.access())).isEqualTo(failed(reason, code + ": So it is."));
        aws.server.verify(1, headRequestedFor(urlEqualTo(PATH)));
        aws.server.verify(1, getRequestedFor(urlEqualTo(PATH)).withHeader("Range", equalTo("bytes=0-0")));
    }

    @Test
    void aDenialThatWasExpectedPassesWithItsReason() {
        answer(aResponse().withStatus(403), s3Error(403, "AccessDenied", "Access Denied"));

        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(passed("AccessDenied: Access Denied"));
    }

    @Test
    void aMissingObjectIsNoDenial() {
        answer(aResponse().withStatus(404), s3Error(404, "NoSuchKey", "The specified key does not exist."));

        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(FailureReason.NOT_FOUND, "NoSuchKey: The specified key does not exist."));
    }

    /** The right to read has come in between, or a proxy answers only the HEAD: the size was still not seen. */
    @Test
    void aReadThatWorksAfterARefusedHeadDoesNotProveTheSize() {
        answer(aResponse().withStatus(403), s3Answer(206).withBody("x"));

        assertThat(Probing.run(PROBE, aws.access()))
                .isEqualTo(failed(
                        FailureReason.UNEXPECTED_ANSWER,
                        "HTTP 403 for HEAD of s3://source/film.mp4, and its first byte can be read"));
    }

    @Test
    void anObjectThatCanBeReadIsNotDeniedWhateverItsSize() {
        answer(s3Answer(200).withHeader("Content-Length", "7"), s3Answer(500));
        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(FailureReason.NOT_DENIED, "s3://source/film.mp4 has 7 bytes, expected are 957923"));

        answer(aResponse().withStatus(403), s3Answer(206).withBody("x"));
        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(
                        FailureReason.NOT_DENIED,
                        "HTTP 403 for HEAD of s3://source/film.mp4, and its first byte can be read"));
    }

    @Test
    void aHeadAndItsReadTogetherTakeNoLongerThanTheTimeout() {
        answer(aResponse().withStatus(403).withFixedDelay(1500), s3Answer(206).withFixedDelay(60_000));
        long start = System.nanoTime();

        assertThat(Probing.run(PROBE + ", timeout: 4s", aws.access()))
                .isEqualTo(failed(FailureReason.TIMEOUT, "AWS did not answer in time"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(5400));
    }

    @Test
    void whatS3DidNotSendHasNoSize() {
        answer(aResponse().withStatus(200).withHeader("Content-Length", "957923"), s3Answer(500));

        assertThat(Probing.run(PROBE, aws.access()))
                .isEqualTo(failed(
                        FailureReason.UNEXPECTED_ANSWER,
                        "HTTP 200 without the request id that S3 sends: something else answers there"));
    }

    @Test
    void withTheRightToListAMissingObjectIsToldFromADeniedOne() {
        try (SimulatedAccess host = SimulatedAccess.to("healthy", Clock.systemUTC())) {
            host.role().collect();

            assertThat(Probing.run("s3-head: { bucket: source, key: health.txt, bytes: 3 }", host.access()))
                    .isEqualTo(passed("s3://source/health.txt has 3 bytes"));
            assertThat(Probing.run("s3-head: { bucket: source, key: nothing.txt }", host.access()))
                    .isEqualTo(failed(FailureReason.NOT_FOUND, "NoSuchKey: The specified key does not exist."));
        }
    }

    @Test
    void everyMistakeInTheSettingsIsSaid() {
        assertThat(Probing.problems("s3-head: { bucket: \"\", bytes: -1, size: 1 }"))
                .containsExactly(
                        "2: probes[0].s3-head.bucket: found \"\"; expected a text that is not empty",
                        "2: probes[0].s3-head.key: is missing; expected a text that is not empty",
                        "2: probes[0].s3-head.bytes: found \"-1\"; expected a whole number from 0 to"
                                + " 9223372036854775807",
                        "2: probes[0].s3-head.size: unknown key; expected one of bucket, key, region, bytes");
    }

    private void answer(ResponseDefinitionBuilder ofHead, ResponseDefinitionBuilder ofGet) {
        aws.server.stubFor(head(urlEqualTo(PATH)).willReturn(ofHead));
        aws.server.stubFor(get(urlEqualTo(PATH)).willReturn(ofGet));
    }
}
