package io.rolemeter.collect.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.AwsClients;
import io.rolemeter.aws.RoleCredentials;
import io.rolemeter.config.Configuration;
import io.rolemeter.config.Problems;
import io.rolemeter.config.Settings;
import io.rolemeter.model.DeniedCall;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.Telemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind makes of what AWS answers. */
class KindAnswersTest {
    private static final String CHANNEL = "arn:aws:kinesisvideo:us-east-1:111122223333:channel/camera-1/1";
    private static final String[] SERVICES = {
        "access-analyzer", "bedrock", "bedrock-runtime", "dynamodb", "ec2", "iam", "kinesisvideo", "sns", "sts", "s3"
    };

    @RegisterExtension
    static final WireMockExtension AWS = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @ParameterizedTest(name = "{0} {2}")
    @CsvFileSource(resources = "/kind-answers.csv", delimiter = '|', numLinesToSkip = 1)
    void oneAnswerMakesOneOutcome(String probe, int status, String body, String outcome, String detail) {
        AWS.stubFor(any(anyUrl()).willReturn(answer(status, body)));

        ProbeRun run = run(probe);

        assertThat(outcome(run)).isEqualTo(outcome);
        assertThat(run.detail()).isEqualTo(detail);
    }

    @Test
    void anHlsSessionIsOpenedWhereTheStreamsDataIs() {
        dataEndpoint();
        AWS.stubFor(post(urlPathEqualTo("/getHLSStreamingSessionURL"))
                .willReturn(answer(200, "{\"HLSStreamingSessionURL\":\"https://b-1.example/?SessionToken=SECRET\"}")));

        assertThat(run("kvs-hls: {stream: camera-1}").detail())
                .isEqualTo("opened an HLS session of stream camera-1; its URL was dropped");
    }

    @Test
    void aStreamWithNothingToPlayIsSkipped() {
        dataEndpoint();
        AWS.stubFor(post(urlPathEqualTo("/getHLSStreamingSessionURL"))
                .willReturn(answer(404, "{\"Message\":\"No fragments found in the stream for the streaming request.\"}")
                        .withHeader("x-amzn-ErrorType", "ResourceNotFoundException")));

        ProbeRun run = run("kvs-hls: {stream: camera-1}");

        assertThat(run.outcome()).isEqualTo(ProbeRun.Outcome.SKIPPED);
        assertThat(run.detail()).startsWith("no active stream data: ");
    }

    @ParameterizedTest
    @CsvSource({
        "404, ResourceNotFoundException, No fragments found in the stream for the streaming request.",
        "400, NoDataRetentionException, The stream does not retain data."
    })
    void aStreamWithNothingToPlayProvesThatWhatMustBeDeniedIsAllowed(int status, String code, String message) {
        dataEndpoint();
        AWS.stubFor(post(urlPathEqualTo("/getHLSStreamingSessionURL"))
                .willReturn(answer(status, "{\"Message\":\"" + message + "\"}").withHeader("x-amzn-ErrorType", code)));

        assertThat(outcome(run("kvs-hls: {stream: camera-1}\n  expect: denied")))
                .isEqualTo("failed not_denied");
    }

    @Test
    void aMissingStreamIsNotSkipped() {
        dataEndpoint();
        AWS.stubFor(post(urlPathEqualTo("/getHLSStreamingSessionURL"))
                .willReturn(answer(404, "{\"Message\":\"The requested stream is not found.\"}")
                        .withHeader("x-amzn-ErrorType", "ResourceNotFoundException")));

        assertThat(outcome(run("kvs-hls: {stream: camera-1}"))).isEqualTo("failed not_found");
    }

    @Test
    void iceServersAreCountedAndTheirPasswordsDropped() {
        AWS.stubFor(post(urlPathEqualTo("/getSignalingChannelEndpoint")).willReturn(answer(200, endpoints())));
        AWS.stubFor(post(urlPathEqualTo("/v1/get-ice-server-config"))
                .withRequestBody(containing("\"Service\":\"TURN\""))
                .willReturn(
                        answer(200, "{\"IceServerList\":[{\"Password\":\"hunter2\"},{\"Password\":\"hunter3\"}]}")));

        assertThat(run("kvs-ice: {channel_arn: \"" + CHANNEL + "\", servers: 2}")
                        .detail())
                .isEqualTo("channel camera-1/1 has 2 ICE servers; their passwords were dropped");
        assertThat(run("kvs-ice: {channel_arn: \"" + CHANNEL + "\", servers: 3}")
                        .detail())
                .isEqualTo("channel camera-1/1 has 2 ICE servers; expected are at least 3");
        assertThat(run("kvs-signaling: {channel_arn: \"" + CHANNEL + "\"}").outcome())
                .isEqualTo(ProbeRun.Outcome.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "file:///etc/passwd", "not a url", ""})
    void noSignedRequestGoesToAHostThatIsNotAws(String endpoint) {
        AWS.stubFor(post(urlPathEqualTo("/getDataEndpoint"))
                .willReturn(answer(200, "{\"DataEndpoint\":\"" + endpoint + "\"}")));

        assertThat(run("kvs-hls: {stream: camera-1}").detail())
                .isEqualTo("the data endpoint of stream camera-1 is no host of AWS's");
    }

    @Test
    void aDenialIsKeptWithTheRegionOfTheCall() {
        String message = "User: arn:aws:sts::111122223333:assumed-role/r/i-0 is not authorized to perform:"
                + " bedrock:InvokeModel on resource: arn:aws:bedrock:us-west-2::foundation-model/m because no"
                + " identity-based policy allows the bedrock:InvokeModel action";
        AWS.stubFor(any(anyUrl())
                .willReturn(answer(403, "{\"Message\":\"" + message + "\"}")
                        .withHeader("x-amzn-ErrorType", "AccessDeniedException")));

        DeniedCall denied = run("bedrock-converse: {model: us.m, region: us-east-1}")
                .denied()
                .orElseThrow();

        assertThat(denied.region()).isEqualTo("us-east-1");
        assertThat(denied.denied().resourceRegion()).contains("us-west-2");
    }

    @Test
    void theApplicationIsAskedWithoutCredentials() {
        AWS.stubFor(any(anyUrl()).willReturn(answer(200, "{\"ok\":true,\"token\":\"SECRET\"}")));
        String url = "\"" + AWS.baseUrl() + "/summary?dryRun=1\"";
        String asked = " 127.0.0.1:" + AWS.getPort() + "/summary";

        assertThat(run("http: {url: " + url + ", json: {/ok: true}}").detail().replace("localhost", "127.0.0.1"))
                .isEqualTo("GET" + asked + " was answered with HTTP 200");
        assertThat(run("http: {url: " + url + ", body: {a: 1}, json: {/token: other}}")
                        .detail()
                        .replace("localhost", "127.0.0.1"))
                .isEqualTo("POST" + asked + ": /token is not as expected: other");
        assertThat(AWS.getAllServeEvents())
                .allSatisfy(event -> assertThat(event.getRequest().containsHeader("Authorization"))
                        .isFalse());
    }

    @Test
    void whatIsSentIsWhatIsConfigured() {
        AWS.resetRequests();
        AWS.stubFor(any(anyUrl()).willReturn(answer(200, "{}")));
        String target = "/a%20b;c?z=1&a=b+c&flag&a=/&l=%E9";

        run("http: {url: \"" + AWS.baseUrl() + target + "\", headers: {X-Who: me, Content-Type: a/b}, body: text}");
        run("http: {url: \"" + AWS.baseUrl() + "?q=1\", method: DELETE, body: [1]}");
        run("aws-api: {service: dynamodb, target: D.ListTables, body: '{\"Limit\": 1}'}");

        assertThat(AWS.getAllServeEvents())
                .extracting(ServeEvent::getRequest)
                .extracting(sent -> sent.getMethod() + " " + sent.getUrl() + " " + sent.getHeader("Content-Type") + " "
                        + sent.getBodyAsString())
                .containsExactlyInAnyOrder(
                        "POST " + target + " a/b text",
                        "DELETE /?q=1 application/json [1]",
                        "POST / application/x-amz-json-1.0 {\"Limit\": 1}");
    }

    @Test
    void aPortIsOpenOrIsNot() {
        assertThat(outcome(run("tcp: {host: 127.0.0.1, port: " + AWS.getPort() + "}")))
                .isEqualTo("passed");
        assertThat(outcome(run("tcp: {host: 127.0.0.1, port: 1}"))).isEqualTo("failed unreachable");
        assertThat(outcome(run("tcp: {host: nowhere.invalid, port: 1}"))).isEqualTo("failed unreachable");
    }

    private static void dataEndpoint() {
        AWS.stubFor(post(urlPathEqualTo("/getDataEndpoint"))
                .willReturn(answer(200, "{\"DataEndpoint\":\"" + AWS.baseUrl() + "\"}")));
    }

    private static String endpoints() {
        return "{\"ResourceEndpointList\":[{\"Protocol\":\"HTTPS\",\"ResourceEndpoint\":\"" + AWS.baseUrl()
                + "\"},{\"Protocol\":\"WSS\",\"ResourceEndpoint\":\"wss://v-1.kinesisvideo.us-east-1.amazonaws.com\"}]}";
    }

    private static ResponseDefinitionBuilder answer(int status, String body) {
        return aResponse().withStatus(status).withBody(body);
    }

    private static String outcome(ProbeRun run) {
        return run.outcome().label()
                + run.reason().map(reason -> " " + reason.label()).orElse("");
    }

    private static ProbeRun run(String probe) {
        Problems problems = new Problems("file");
        Settings settings =
                Configuration.read("probes:\n- name: a\n  timeout: 30s\n  " + probe, ProbeKinds.names(), problems);
        ConfiguredProbes configured = ConfiguredProbes.of(settings.probes());
        problems.throwIfAny();
        ScheduledProbe scheduled = configured.scheduled().get(0);
        scheduled.run(access(), Clock.systemUTC());
        return scheduled.state().last().orElseThrow();
    }

    private static AwsAccess access() {
        Map<String, URI> endpoints = new TreeMap<>();
        for (String service : SERVICES) {
            endpoints.put(service, URI.create(AWS.baseUrl()));
        }
        RoleCredentials role = new RoleCredentials();
        role.hold("ASIARTX3GSDSTROLE234", "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T", "FAKE==", Instant.MAX);
        return new AwsAccess(
                new AwsClients(endpoints, Telemetry.NONE, Clock.systemUTC()), role, () -> Optional.of("us-east-1"));
    }
}
