package io.rolemeter.collect.caller;

import static io.rolemeter.model.CallerSubject.DEFAULT_CHAIN;
import static io.rolemeter.model.CallerSubject.INSTANCE_ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.MovableClock;
import io.rolemeter.aws.OwnSettings;
import io.rolemeter.collect.SimulatedAccess;
import io.rolemeter.config.Settings;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.FailureReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against an STS that checks signatures, expiry and clocks as AWS does. */
class SimulatedCallersTest {
    private static final String ACCOUNT = "111122223333";
    private static final CallerAnswer ROLE = new CallerAnswer.Identified(
            CallerIdentity.of("arn:aws:sts::111122223333:assumed-role/app-backend-role/i-0a1b2c3d4e5f67890", ACCOUNT));
    private static final CallerAnswer USER =
            new CallerAnswer.Identified(CallerIdentity.of("arn:aws:iam::111122223333:user/app-backend", ACCOUNT));
    private static final CallerAnswer NONE = new CallerAnswer.Unidentified(
            FailureReason.NO_CREDENTIALS, "the metadata service has given no credentials");
    private static final CallerAnswer NO_PROVIDER =
            new CallerAnswer.Unidentified(FailureReason.NO_CREDENTIALS, "no provider of the chain found credentials");

    @Test
    void onAHealthyHostBothAreTheRole() {
        assertCallers("healthy", ROLE, ROLE);
    }

    @Test
    void aForgottenKeyIsWhoTheDefaultChainIs() {
        assertCallers("keys-shadow-role", ROLE, USER);
    }

    @Test
    void withoutAProfileOnlyTheUserIsThere() {
        assertCallers("iam-user-only", NONE, USER);
    }

    @Test
    void withoutTheMetadataServiceAndKeysNobodyIsThere() {
        assertCallers("imds-down", NONE, NO_PROVIDER);
    }

    /** As often as an hour has intervals; of all looks at the metadata service only the first takes a token. */
    @Test
    void anIdleHourAsksStsTwelveTimesAndTheMetadataServiceForOneToken() {
        try (SimulatedAccess host = SimulatedAccess.to("healthy", Clock.systemUTC())) {
            CallerCollector caller = collector(host, Clock.systemUTC());
            host.role().collect();
            int first = host.imdsRequests();
            host.role().collect();
            int later = host.imdsRequests() - first;
            long asks = Duration.ofHours(1).dividedBy(caller.interval());
            for (int i = 0; i < asks; i++) {
                host.role().collect();
                assertThat(caller.collect().answers())
                        .containsEntry(INSTANCE_ROLE, ROLE)
                        .containsEntry(DEFAULT_CHAIN, ROLE);
            }

            assertThat(host.awsRequests()).isEqualTo(12);
            assertThat(host.imdsRequests()).isEqualTo(first + 13 * later);
        }
    }

    /** Nothing answers where the SDK's own link to the metadata service would ask. */
    @Test
    void theEndOfTheDefaultChainIsKnownWithoutAskingTheMetadataServiceAgain() {
        Map<String, String> nowhere = Map.of(
                "aws.sharedCredentialsFile", "/nowhere",
                "aws.configFile", "/nowhere",
                "aws.region", "us-east-1",
                "aws.ec2MetadataServiceEndpoint", "http://127.0.0.1:9");
        try (SimulatedAccess host = SimulatedAccess.to("healthy", Clock.systemUTC())) {
            host.role().collect();
            OwnSettings unreachable = new OwnSettings(nowhere);
            try {
                assertThat(collect(host, Clock.systemUTC()).answers()).containsEntry(DEFAULT_CHAIN, ROLE);
            } finally {
                unreachable.close();
            }
        }
    }

    @Test
    void whereTheChainFindsAnotherCredentialBothAreAskedAbout() {
        try (SimulatedAccess host = SimulatedAccess.to("keys-shadow-role", Clock.systemUTC())) {
            host.role().collect();
            collect(host, Clock.systemUTC());

            assertThat(host.awsRequests()).isEqualTo(2);
        }
    }

    @Test
    void aSessionThatEndedIsRefusedAsExpired() {
        MovableClock clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try (SimulatedAccess host = SimulatedAccess.to("expiring", clock)) {
            host.role().collect();
            clock.advance(Duration.ofMinutes(4).plusSeconds(30));

            assertThat(collect(host, clock).answers())
                    .containsEntry(
                            INSTANCE_ROLE,
                            new CallerAnswer.Unidentified(
                                    FailureReason.EXPIRED_TOKEN,
                                    "ExpiredToken: The security token included in the request is expired"));
        }
    }

    /** The SDK learns AWS's time from the refusal and signs again with that; other programs' SDKs may not. */
    @Test
    void aClockThatIsFarOffIsMeasuredAndDoesNotHideTheCaller() {
        Clock ofAws = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
        try (SimulatedAccess host = SimulatedAccess.to("healthy", ofAws, Clock.systemUTC())) {
            host.role().collect();

            CallersFact fact = collect(host, Clock.systemUTC());

            assertThat(fact.answers()).containsEntry(INSTANCE_ROLE, ROLE);
            assertThat(fact.clockSkew())
                    .hasValueSatisfying(
                            skew -> assertThat(skew).isBetween(Duration.ofSeconds(-605), Duration.ofSeconds(-570)));
        }
    }

    private static void assertCallers(String scenario, CallerAnswer instanceRole, CallerAnswer defaultChain) {
        try (SimulatedAccess host = SimulatedAccess.to(scenario, Clock.systemUTC())) {
            host.role().collect();

            assertThat(collect(host, Clock.systemUTC()).answers())
                    .containsEntry(INSTANCE_ROLE, instanceRole)
                    .containsEntry(DEFAULT_CHAIN, defaultChain);
        }
    }

    private static CallersFact collect(SimulatedAccess host, Clock clock) {
        return collector(host, clock).collect();
    }

    private static CallerCollector collector(SimulatedAccess host, Clock clock) {
        return new CallerCollector(
                host.access(), new Settings.Caller(Duration.ofMinutes(5)), new ChainQuestion(), clock);
    }
}
