package io.rolemeter.collect.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.AwsClients;
import io.rolemeter.aws.RoleCredentials;
import io.rolemeter.config.Configuration;
import io.rolemeter.config.Problems;
import io.rolemeter.config.Settings;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.Telemetry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is answered, a probe of any kind ends in an outcome of its own making and never breaks off. */
class MalformedAnswersTest {
    private static final String CHANNEL = "{channel_arn: \"arn:aws:kinesisvideo:us-east-1:111122223333:channel/c/1\"}";
    private static final List<Integer> STATUSES = List.of(200, 200, 200, 400, 401, 403, 404, 412);
    private static final long SEED = 20261121;
    private static final int ROUNDS = 40;

    /** Answers that some kind wants, to be broken in every way. */
    private static final List<String> BODIES = List.of(
            "{\"StreamInfo\":{\"Status\":\"ACTIVE\",\"DataRetentionInHours\":720},\"DataEndpoint\":\"BASE\"}",
            "{\"ResourceEndpointList\":[{\"Protocol\":\"HTTPS\",\"ResourceEndpoint\":\"BASE\"}],\"IceServerList\":[{}]}",
            "{\"output\":{\"message\":{\"role\":\"assistant\"}},\"findings\":[{\"issueCode\":7}],\"ok\":true}",
            "<R><ListAccessKeysResult><AccessKeyMetadata><member><AccessKeyId>x</AccessKeyId></member>"
                    + "</AccessKeyMetadata></ListAccessKeysResult></R>",
            "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>User: arn:aws:sts::1:x</Message></Error>"
                    + "</Errors></Response>",
            "{\"__type\":\"AccessDeniedException\",\"message\":\"User: arn:aws:iam::111122223333:user/u is not\"}",
            "[".repeat(5000),
            "<a>".repeat(2000),
            "\"\\ud800\"",
            "");

    @RegisterExtension
    static final WireMockExtension AWS = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    static Stream<String> probes() {
        return Stream.of(
                "kvs-describe-stream: {stream: s, retention_hours: 1}",
                "kvs-hls: {stream: s}",
                "kvs-signaling: " + CHANNEL,
                "kvs-ice: " + CHANNEL,
                "bedrock-converse: {model: m}",
                "bedrock-invoke: {model: m, json: {/ok: true}, count: {/findings: 1}}",
                "iam-access-keys: {user: u, unused_since: 2026-11-01}",
                "access-analyzer: {policy: {}}",
                "sns-platform: {}",
                "aws-api: {service: ec2, action: A, version: 2016-11-15, xml: {a/b: c}, count: {a: 1}}",
                "aws-api: {service: bedrock, path: /a, error: ValidationException}",
                "http: {url: \"BASE/a\", xml: {a: b}}");
    }

    @ParameterizedTest
    @MethodSource("probes")
    void aProbeNeverBreaksOff(String probe) {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = broken(random);
            int status = STATUSES.get(random.nextInt(STATUSES.size()));
            AWS.resetAll();
            AWS.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));

            ProbeRun run = run(probe.replace("BASE", AWS.baseUrl()));

            assertThat(run.detail())
                    .as("HTTP %d: %s", status, new String(body, StandardCharsets.ISO_8859_1))
                    .isNotBlank()
                    .doesNotContain("broke off");
        }
    }

    private static byte[] broken(Random random) {
        byte[] body = BODIES.get(random.nextInt(BODIES.size()))
                .replace("BASE", AWS.baseUrl())
                .getBytes(StandardCharsets.UTF_8);
        for (int times = random.nextInt(4); times > 0 && body.length > 0; times--) {
            int at = random.nextInt(body.length);
            if (random.nextBoolean()) {
                body[at] = (byte) random.nextInt(256);
            } else {
                body = Arrays.copyOf(body, at);
            }
        }
        return body;
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
        Map<String, URI> endpoints = Stream.of(
                        "access-analyzer", "bedrock", "bedrock-runtime", "ec2", "iam", "kinesisvideo", "sns")
                .collect(Collectors.toMap(service -> service, service -> URI.create(AWS.baseUrl())));
        RoleCredentials role = new RoleCredentials();
        role.hold("ASIARTX3GSDSTROLE234", "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T", "FAKE==", Instant.MAX);
        return new AwsAccess(
                new AwsClients(endpoints, Telemetry.NONE, Clock.systemUTC()), role, () -> Optional.of("us-east-1"));
    }
}
