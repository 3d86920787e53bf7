package io.rolemeter.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Telemetry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

class ApiCallTest {
    private static final Duration GENEROUS = Duration.ofSeconds(30);
    private static final AwsCredentialsProvider CREDENTIALS = StaticCredentialsProvider.create(
            AwsSessionCredentials.create("ASIARTX3GSDSTROLE234", "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T", "FAKE=="));

    @RegisterExtension
    static final WireMockExtension AWS = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final ApiService stream = ApiService.of("kinesisvideo", "us-east-1");
    private final ApiRequest describe = ApiRequest.rest(stream, "POST", "/describeStream", "{\"StreamName\":\"cam1\"}");

    @Test
    void sendsWhatWasSigned() {
        AWS.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"StreamInfo\":{}}")));

        assertThat(call(describe, GENEROUS).orThrow().body()).isEqualTo("{\"StreamInfo\":{}}");
        AWS.verify(postRequestedFor(urlEqualTo("/describeStream"))
                .withRequestBody(equalTo("{\"StreamName\":\"cam1\"}"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("X-Amz-Security-Token", equalTo("FAKE=="))
                .withHeader(
                        "Authorization",
                        matching("AWS4-HMAC-SHA256 Credential=ASIARTX3GSDSTROLE234/\\d{8}/us-east-1/kinesisvideo/.*")));
    }

    @Test
    void eachProtocolHasItsForm() {
        AWS.stubFor(any(anyUrl()).willReturn(aResponse()));
        ApiService ec2 = ApiService.of("kinesisvideo", "us-east-1").signedAs("ec2");
        call(ApiRequest.query(ec2, "DescribeInstances", "2016-11-15", Map.of("Filter.1.Name", "a b&c")), GENEROUS);
        call(ApiRequest.json(stream, "DynamoDB_20120810.ListTables", "1.0", "{}"), GENEROUS);
        call(ApiRequest.rest(stream, "GET", "/a", "").with(Map.of("q", "1 2"), Map.of("Accept", "text/x")), GENEROUS);

        AWS.verify(postRequestedFor(urlEqualTo("/"))
                .withHeader("Content-Type", equalToIgnoreCase("application/x-www-form-urlencoded; charset=utf-8"))
                .withRequestBody(equalTo("Action=DescribeInstances&Version=2016-11-15&Filter.1.Name=a%20b%26c")));
        AWS.verify(postRequestedFor(urlEqualTo("/"))
                .withHeader("Content-Type", equalTo("application/x-amz-json-1.0"))
                .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.ListTables")));
        AWS.verify(anyRequestedFor(urlEqualTo("/a?q=1%202")).withHeader("Accept", equalTo("text/x")));
    }

    @ParameterizedTest
    @CsvSource({"400, 1", "401, 1", "403, 1", "404, 1", "429, 1", "301, 1", "500, 2", "503, 2"})
    void anErrorIsAnAnswerAndOnlyTheServicesOwnFaultsAreAskedAgain(int status, int requests) {
        AWS.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("x-amzn-ErrorType", "AccessDeniedException")
                        .withBody("{\"Message\":\"no\"}")));

        ApiAnswer answer = call(describe, GENEROUS);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).contains(new ApiError("AccessDeniedException", "no"));
        AWS.verify(exactly(requests), anyRequestedFor(anyUrl()));
    }

    @Test
    void aConnectionThatBreaksOffIsTriedOnceMore() {
        AWS.stubFor(post(anyUrl())
                .inScenario("again")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("up")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        AWS.stubFor(post(anyUrl())
                .inScenario("again")
                .whenScenarioStateIs("up")
                .willReturn(aResponse().withBody("{}")));

        assertThat(call(describe, GENEROUS).succeeded()).isTrue();
    }

    @Test
    void noAnswerInTimeIsATimeOut() {
        AWS.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));

        SdkException thrown = catchThrowableOfType(SdkException.class, () -> call(describe, Duration.ofMillis(300)));

        assertThat(AwsFailure.of(thrown).reason()).isEqualTo(FailureReason.TIMEOUT);
    }

    @Test
    void whatNobodyWaitsForAnyMoreOrIsTooLongIsNotSentAgain() {
        assertThat(requestsUntil(new InterruptedIOException("interrupted"))).isEqualTo(1);
        assertThat(requestsUntil(new BoundedHttpClient.OversizedAnswerException()))
                .isEqualTo(1);
        assertThat(requestsUntil(new IOException("reset"))).isEqualTo(2);
    }

    /** How often a request is sent of which each try ends like this. */
    private int requestsUntil(IOException end) {
        AtomicInteger sent = new AtomicInteger();
        ApiCall call = new ApiCall(new RequestSigner(Clock.systemUTC()), left -> new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                return new ExecutableHttpRequest() {
                    @Override
                    public HttpExecuteResponse call() throws IOException {
                        sent.incrementAndGet();
                        throw end;
                    }

                    @Override
                    public void abort() {}
                };
            }

            @Override
            public void close() {}
        });
        assertThat(catchThrowableOfType(
                        SdkException.class,
                        () -> call.send(
                                describe, URI.create("http://127.0.0.1"), CREDENTIALS.resolveCredentials(), GENEROUS)))
                .hasCause(end);
        return sent.get();
    }

    private static ApiAnswer call(ApiRequest request, Duration timeout) {
        Map<String, URI> endpoints = Map.of("kinesisvideo", URI.create(AWS.baseUrl()));
        return new AwsClients(endpoints, Telemetry.NONE, Clock.systemUTC()).call(request, CREDENTIALS, timeout);
    }
}
