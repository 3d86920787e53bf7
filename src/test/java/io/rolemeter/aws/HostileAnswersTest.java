package io.rolemeter.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rolemeter.aws.StubbedAws.s3Error;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.rolemeter.model.FailureReason;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not AWS, in the place of AWS, over working HTTP. */
class HostileAnswersTest {
    private static final String PAGE = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><p>Give your"
            + " credentials</p><br></body></html>";

    private final StubbedAws aws = new StubbedAws();
    private final Calls calls = new Calls(aws.clients());

    @AfterEach
    void stop() {
        aws.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 502})
    void aPageInTheGuiseOfAnErrorIsAnUnexpectedAnswer(int status) {
        everywhere(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody(PAGE));

        AwsFailure expected = new AwsFailure(
                FailureReason.UNEXPECTED_ANSWER, "HTTP " + status + " without an error code that AWS would send");
        assertThat(calls.callerIdentity()).isEqualTo(expected);
        assertThat(calls.getObject()).isEqualTo(expected);
        assertThat(calls.putObject()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "<html>", "\u0000\u0001\u0002", "{\"credentials\": 1}", "<a><b></a>", "x"})
    void whatIsNoXmlIsNoIdentity(String body) {
        everywhere(aResponse().withStatus(200).withBody(body));

        assertThat(calls.callerIdentity())
                .isEqualTo(new AwsFailure(FailureReason.UNEXPECTED_ANSWER, "the answer is not what this call answers"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 500, 503})
    void anErrorWithoutABodyIsAnUnexpectedAnswer(int status) {
        everywhere(aResponse().withStatus(status));

        AwsFailure expected = new AwsFailure(
                FailureReason.UNEXPECTED_ANSWER, "HTTP " + status + " without an error code that AWS would send");
        assertThat(calls.callerIdentity()).isEqualTo(expected);
        assertThat(calls.getObject()).isEqualTo(expected);
    }

    @Test
    void aBodyOfMoreThanItMayBeIsGivenUp() {
        everywhere(aResponse().withStatus(200).withBody(new byte[300 * 1024]));

        AwsFailure expected = new AwsFailure(FailureReason.UNEXPECTED_ANSWER, "the answer is longer than 256 KiB");
        assertThat(calls.callerIdentity()).isEqualTo(expected);
        assertThat(calls.getObject()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsEverFollowed(int status) {
        everywhere(aResponse().withStatus(status).withHeader("Location", aws.server.baseUrl() + "/elsewhere"));

        AwsFailure expected = new AwsFailure(
                FailureReason.UNEXPECTED_ANSWER, "HTTP " + status + " without an error code that AWS would send");
        assertThat(calls.callerIdentity()).isEqualTo(expected);
        assertThat(calls.getObject()).isEqualTo(expected);
        aws.server.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
        aws.server.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307})
    void aRedirectToItselfIsAskedOnce(int status) {
        everywhere(s3Error(status, "PermanentRedirect", "Elsewhere.")
                .withHeader("Location", aws.server.baseUrl() + Calls.OBJECT));

        assertThat(calls.getObject().reason()).isEqualTo(FailureReason.INVALID_REQUEST);
        aws.server.verify(1, getRequestedFor(urlEqualTo(Calls.OBJECT)));
    }

    @Test
    void aThrottledCallIsTriedTwiceAndNoMore() {
        everywhere(s3Error(503, "SlowDown", "Please reduce your request rate."));

        assertThat(calls.getObject())
                .isEqualTo(new AwsFailure(FailureReason.THROTTLED, "SlowDown: Please reduce your request rate."));
        aws.server.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void aRefusedCallIsNotTriedAgain() {
        everywhere(s3Error(403, "AccessDenied", "Access Denied"));

        assertThat(calls.getObject().reason()).isEqualTo(FailureReason.DENIED);
        aws.server.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void tlsToAPortWithoutItIsATlsFailure() {
        Calls overTls = new Calls(StubbedAws.clients(URI.create("https://127.0.0.1:" + aws.server.port())));

        AwsFailure expected = new AwsFailure(FailureReason.TLS, "TLS failed: Unsupported or unrecognized SSL message");
        assertThat(overTls.callerIdentity()).isEqualTo(expected);
        assertThat(overTls.getObject()).isEqualTo(expected);
    }

    @Test
    void aHostWithoutAnAddressIsUnreachable() {
        AwsFailure failure = new Calls(StubbedAws.clients(URI.create("http://sts.rolemeter.invalid"))).callerIdentity();

        assertThat(failure)
                .isEqualTo(new AwsFailure(FailureReason.UNREACHABLE, "no connection: sts.rolemeter.invalid"));
    }

    private void everywhere(ResponseDefinitionBuilder answer) {
        aws.sts(answer).s3(Calls.OBJECT, answer);
    }
}
