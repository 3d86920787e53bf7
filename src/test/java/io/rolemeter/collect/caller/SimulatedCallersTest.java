package io.rolemeter.collect.caller;

import static io.rolemeter.model.CallerSubject.DEFAULT_CHAIN;
import static io.rolemeter.model.CallerSubject.INSTANCE_ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.MovableClock;
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
        return new CallerCollector(host.access(), new Settings.Caller(Duration.ofMinutes(5)), clock).collect();
    }
}
