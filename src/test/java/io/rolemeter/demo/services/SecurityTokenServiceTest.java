package io.rolemeter.demo.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.Scenario;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.demo.files.ForgottenKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class SecurityTokenServiceTest {

    private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/app-backend-role/i-0a1b2c3d4e5f67890";
    private static final String VIEWER = "arn:aws:iam::111122223333:role/viewer";

    @Test
    void the_caller_is_the_role_and_the_instance() {
        try (SimulatedHost host = Hosts.start("healthy");
                StsClient sts = AwsClients.sts(host, AwsClients.role(host))) {
            GetCallerIdentityResponse caller = sts.getCallerIdentity();
            assertThat(caller.arn()).isEqualTo(ROLE);
            assertThat(caller.userId()).isEqualTo("AROARTX3GSDSRBACKEND2:i-0a1b2c3d4e5f67890");
            assertThat(caller.account()).isEqualTo("111122223333");
        }
    }

    @Test
    void the_viewer_role_is_assumed_and_works() {
        try (SimulatedHost host = Hosts.start("healthy");
                StsClient sts = AwsClients.sts(host, AwsClients.role(host))) {
            AssumeRoleResponse viewer = sts.assumeRole(
                    call -> call.roleArn(VIEWER).roleSessionName("probe").durationSeconds(900));
            assertThat(viewer.credentials().accessKeyId()).startsWith("ASIA");
            assertThat(Duration.between(Instant.now(), viewer.credentials().expiration()))
                    .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
            AwsCredentials credentials = AwsSessionCredentials.create(
                    viewer.credentials().accessKeyId(),
                    viewer.credentials().secretAccessKey(),
                    viewer.credentials().sessionToken());
            assertThat(caller(host, credentials)).isEqualTo("arn:aws:sts::111122223333:assumed-role/viewer/probe");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::111122223333:role/other|900|403|AccessDenied|User: " + ROLE
                        + " is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/other"
                        + " because no identity-based policy allows the sts:AssumeRole action",
                VIEWER + "|3601|400|ValidationError|The requested DurationSeconds exceeds the 1 hour session limit"
                        + " for roles assumed by role chaining.",
                VIEWER
                        + "|60|400|ValidationError|1 validation error detected: a parameter failed to satisfy its constraint"
            })
    void a_role_that_cannot_be_assumed_is_refused(String role, int seconds, int status, String code, String message) {
        try (SimulatedHost host = Hosts.start("healthy");
                StsClient sts = AwsClients.sts(host, AwsClients.role(host))) {
            assertThatThrownBy(() -> sts.assumeRole(
                            call -> call.roleArn(role).roleSessionName("probe").durationSeconds(seconds)))
                    .isInstanceOfSatisfying(AwsServiceException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(status);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                        assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
                        assertThat(e.requestId()).isNotEmpty();
                    });
        }
    }

    @Test
    void keys_that_aws_does_not_know_are_invalid() {
        try (SimulatedHost host = Hosts.start("keys-shadow-role")) {
            RoleDocument role = MetadataReader.of(host).roleDocument();
            String unknown = "AKIARTX3GSDSVIA23BC7";
            assertIsRefused(host, AwsBasicCredentials.create(unknown, role.secret()), "InvalidClientTokenId");
            assertIsRefused(host, AwsBasicCredentials.create(role.keyId(), role.secret()), "InvalidClientTokenId");
            assertIsRefused(
                    host, AwsSessionCredentials.create(role.keyId(), role.secret(), "garbled"), "InvalidClientTokenId");
        }
    }

    @Test
    void an_inactive_key_is_invalid() {
        ForgottenKey dead = ForgottenKey.deadIn(ForgottenKey.Place.ROOT_CREDENTIALS);
        Scenario scenario = new Scenario("dead", "", Instance.with(Profile.ATTACHED), dead);
        try (SimulatedHost host = SimulatedHost.start(scenario, Clock.systemUTC())) {
            assertIsRefused(host, AwsClients.user().resolveCredentials(), "InvalidClientTokenId");
        }
    }

    @Test
    void a_wrong_secret_does_not_match() {
        try (SimulatedHost host = Hosts.start("healthy")) {
            RoleDocument role = MetadataReader.of(host).roleDocument();
            assertIsRefused(
                    host,
                    AwsSessionCredentials.create(role.keyId(), role.secret() + "x", role.token()),
                    "SignatureDoesNotMatch");
        }
    }

    @Test
    void a_session_that_has_ended_is_expired() {
        MovableClock clock = new MovableClock(Instant.now());
        try (SimulatedHost host = Hosts.start("expiring", clock)) {
            StaticCredentialsProvider role = AwsClients.role(host);
            assertThat(caller(host, role.resolveCredentials())).isEqualTo(ROLE);
            clock.advance(Duration.ofMinutes(4));
            assertIsRefused(host, role.resolveCredentials(), "ExpiredToken");
        }
    }

    @Test
    void another_hosts_session_is_invalid() {
        try (SimulatedHost host = Hosts.start("healthy");
                SimulatedHost other = Hosts.start("healthy")) {
            assertIsRefused(host, AwsClients.role(other).resolveCredentials(), "InvalidClientTokenId");
        }
    }

    @Test
    void the_sdk_corrects_a_clock_that_is_ten_minutes_off_from_the_date_header() {
        MovableClock clock = new MovableClock(Instant.now().plus(Duration.ofMinutes(10)));
        try (SimulatedHost host = Hosts.start("healthy", clock)) {
            assertThat(caller(host, AwsClients.role(host).resolveCredentials())).isEqualTo(ROLE);
        }
    }

    private static String caller(SimulatedHost host, AwsCredentials credentials) {
        try (StsClient sts = AwsClients.sts(host, StaticCredentialsProvider.create(credentials))) {
            return sts.getCallerIdentity().arn();
        }
    }

    private static void assertIsRefused(SimulatedHost host, AwsCredentials credentials, String code) {
        assertThatThrownBy(() -> caller(host, credentials)).isInstanceOfSatisfying(AwsServiceException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(403);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }
}
