package io.rolemeter.collect.probe.kinds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.AwsClients;
import io.rolemeter.aws.RoleCredentials;
import io.rolemeter.aws.StubbedAws;
import io.rolemeter.collect.probe.Probing;
import io.rolemeter.model.Telemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** With {@code expect: denied}: what is a denial, what proves that there is none, and what proves neither. */
class ExpectedDenialsTest {
    @RegisterExtension
    static final WireMockExtension AWS = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "/expected-denials.csv", delimiter = '|', numLinesToSkip = 1)
    void onlyADenialIsOneAndOnlyWhatWasAllowedIsNotDenied(String probe, int status, String body, String outcome) {
        AWS.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body.replace("BASE", AWS.baseUrl()))));

        Probing.Result result =
                Probing.run(probe.replace("BASE", AWS.baseUrl()) + ", expect: denied, timeout: 30s", access());

        assertThat(result.outcome().label()
                        + result.reason().map(reason -> " " + reason.label()).orElse(""))
                .as(result.detail())
                .isEqualTo(outcome);
    }

    private static AwsAccess access() {
        Map<String, URI> endpoints = Stream.of(
                        "access-analyzer", "bedrock-runtime", "dynamodb", "ec2", "iam", "kinesisvideo", "sns")
                .collect(Collectors.toMap(service -> service, service -> URI.create(AWS.baseUrl())));
        RoleCredentials role = new RoleCredentials();
        role.hold(StubbedAws.KEY_ID, StubbedAws.SECRET, StubbedAws.TOKEN, Instant.MAX);
        return new AwsAccess(
                new AwsClients(endpoints, Telemetry.NONE, Clock.systemUTC()), role, () -> Optional.of("us-east-1"));
    }
}
