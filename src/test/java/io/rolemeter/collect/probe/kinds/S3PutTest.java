package io.rolemeter.collect.probe.kinds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rolemeter.aws.StubbedAws.s3Answer;
import static io.rolemeter.aws.StubbedAws.s3Error;
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

class S3PutTest {
    private static final String PATH = "/output/rolemeter/attempt.txt";
    private static final String PROBE = "s3-put: { bucket: output, key: rolemeter/attempt.txt }";

    private final StubbedAws aws = new StubbedAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aSmallObjectThatSaysWhatItIsIsWritten() {
        aws.s3(PATH, s3Answer(200).withHeader("ETag", "\"5d41402abc4b2a76b9719d911017c592\""));

        assertThat(Probing.run(PROBE, aws.access())).isEqualTo(passed("wrote s3://output/rolemeter/attempt.txt"));
        aws.server.verify(
                1,
                putRequestedFor(urlEqualTo(PATH))
                        .withRequestBody(containing("Written by a Rolemeter smoke probe; may be deleted.\n")));
    }

    @Test
    void withoutAKeyItIsWrittenBelowAPrefixOfItsOwn() {
        aws.s3("/output/rolemeter/" + Probing.NAME, s3Answer(200));

        assertThat(Probing.run("s3-put: { bucket: output }", aws.access()))
                .isEqualTo(passed("wrote s3://output/rolemeter/" + Probing.NAME));
    }

    @Test
    void whatIsWrittenAlthoughItMustNotBeFails() {
        aws.s3(PATH, s3Answer(200));

        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(FailureReason.NOT_DENIED, "wrote s3://output/rolemeter/attempt.txt"));
    }

    @Test
    void anAnswerThatS3DidNotSendIsNoWrite() {
        aws.s3(PATH, aResponse().withStatus(200).withBody("<html>Sign in</html>"));

        assertThat(Probing.run(PROBE, aws.access()))
                .isEqualTo(failed(
                        FailureReason.UNEXPECTED_ANSWER,
                        "HTTP 200 without the request id that S3 sends: something else answers there"));
    }

    @Test
    void aThrottleIsNoDenialAndWrittenNoMoreThanTwice() {
        aws.s3(PATH, s3Error(503, "SlowDown", "Please reduce your request rate."));

        assertThat(Probing.run(PROBE + ", expect: denied", aws.access()))
                .isEqualTo(failed(FailureReason.THROTTLED, "SlowDown: Please reduce your request rate."));
        aws.server.verify(2, putRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void aSimulatedHostWritesWhereItsRoleMayAndNowhereElse() {
        try (SimulatedAccess host = SimulatedAccess.to("healthy", Clock.systemUTC())) {
            host.role().collect();

            assertThat(Probing.run(PROBE, host.access())).isEqualTo(passed("wrote s3://output/rolemeter/attempt.txt"));
            assertThat(Probing.run("s3-get: { bucket: output, key: rolemeter/attempt.txt }", host.access()))
                    .isEqualTo(passed("read s3://output/rolemeter/attempt.txt"));
            String denial = "AccessDenied: User: arn:aws:sts::111122223333:assumed-role/app-backend-role/"
                    + "i-0a1b2c3d4e5f67890 is not authorized to perform: s3:PutObject on resource:"
                    + " \"arn:aws:s3:::source/attempt.txt\" because no identity-based policy allows the"
                    + " s3:PutObject action";
            assertThat(Probing.run("s3-put: { bucket: source, key: attempt.txt }, expect: denied", host.access()))
                    .isEqualTo(passed(denial));
            assertThat(Probing.run("s3-put: { bucket: source, key: attempt.txt }", host.access()))
                    .isEqualTo(failed(FailureReason.DENIED, denial));
        }
    }

    @Test
    void everyMistakeInTheSettingsIsSaid() {
        assertThat(Probing.problems("s3-put: { key: k, body: x }"))
                .containsExactly(
                        "2: probes[0].s3-put.bucket: is missing; expected a text that is not empty",
                        "2: probes[0].s3-put.body: unknown key; expected one of bucket, key, region");
    }
}
