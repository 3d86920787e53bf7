package io.rolemeter.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Telemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Every row of the taxonomy as an answer over HTTP, to a signed call of its protocol, and to the SDK's client where there is one. */
class ErrorsOverHttpTest {
    private static final Duration GENEROUS = Duration.ofSeconds(30);
    private static final StubbedAws AWS = new StubbedAws();
    private static final AwsClients CLIENTS = clients(AWS.endpoint());

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvFileSource(resources = "/error-taxonomy.csv", delimiter = '|', numLinesToSkip = 1)
    void everyErrorHasItsReason(String protocol, int status, String code, String message, FailureReason reason) {
        ErrorTaxonomyTest.Document document =
                ErrorTaxonomyTest.document(protocol, code, message == null ? "" : message);
        ResponseDefinitionBuilder answer = aResponse().withStatus(status).withBody(document.body());
        document.type().ifPresent(type -> answer.withHeader("x-amzn-ErrorType", type));
        AWS.server.stubFor(any(anyUrl()).willReturn(answer));

        AwsFailure failure = failure(
                () -> CLIENTS.call(request(protocol), AWS.role, GENEROUS).orThrow());

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.detail()).startsWith(code + ": ");
        if (protocol.equals("s3")) {
            assertThat(failure(ErrorsOverHttpTest::getObject).reason()).isEqualTo(reason);
        }
        if (protocol.equals("query")) {
            assertThat(failure(ErrorsOverHttpTest::getCallerIdentity).reason()).isEqualTo(reason);
        }
    }

    private static void getObject() {
        try (S3Client s3 = CLIENTS.s3(StubbedAws.REGION, AWS.role, GENEROUS)) {
            s3.getObjectAsBytes(request -> request.bucket("source").key("health.txt"));
        }
    }

    private static void getCallerIdentity() {
        try (StsClient sts = CLIENTS.sts(StubbedAws.REGION, AWS.role, GENEROUS)) {
            sts.getCallerIdentity();
        }
    }

    private static ApiRequest request(String protocol) {
        return switch (protocol) {
            case "query" ->
                ApiRequest.query(ApiService.of("iam", StubbedAws.REGION), "ListAccessKeys", "2010-05-08", Map.of());
            case "ec2" ->
                ApiRequest.query(ApiService.of("ec2", StubbedAws.REGION), "DescribeInstances", "2016-11-15", Map.of());
            case "json" ->
                ApiRequest.json(
                        ApiService.of("dynamodb", StubbedAws.REGION), "DynamoDB_20120810.ListTables", "1.0", "{}");
            case "s3" -> ApiRequest.rest(ApiService.of("s3", StubbedAws.REGION), "GET", "/source/health.txt", "");
            case "rest" ->
                ApiRequest.rest(ApiService.of("kinesisvideo", StubbedAws.REGION), "POST", "/describeStream", "{}");
            default -> throw new IllegalArgumentException(protocol);
        };
    }

    private static AwsFailure failure(Runnable call) {
        try {
            call.run();
        } catch (SdkException e) {
            return AwsFailure.of(e);
        }
        throw new AssertionError("the call succeeded");
    }

    private static AwsClients clients(URI endpoint) {
        return new AwsClients(
                Map.of(
                        "sts",
                        endpoint,
                        "s3",
                        endpoint,
                        "iam",
                        endpoint,
                        "ec2",
                        endpoint,
                        "dynamodb",
                        endpoint,
                        "kinesisvideo",
                        endpoint),
                Telemetry.NONE,
                Clock.systemUTC());
    }
}
