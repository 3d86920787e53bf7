package io.rolemeter.collect.role;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rolemeter.collect.role.StubbedImds.INFO;
import static io.rolemeter.collect.role.StubbedImds.ROLE;
import static io.rolemeter.collect.role.StubbedImds.ROLES;
import static io.rolemeter.collect.role.StubbedImds.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.MovableClock;
import io.rolemeter.aws.RoleCredentials;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.ImdsV1;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoleCollectorTest {
    private static final String KEY = "ASIARTX3GSDSSESSION2";
    private static final String EXPIRES = "2026-11-21T18:00:00Z";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:30:00Z"), ZoneOffset.UTC);

    private final StubbedImds imds = new StubbedImds();
    private final RoleMemory memory = new RoleMemory(Optional.empty());
    private final RoleCredentials credentials = memory.credentials();

    @AfterEach
    void stop() {
        imds.close();
    }

    @Test
    void aRoleIsAttachedWithItsProfileAndItsCredentialsLife() {
        imds.attached(KEY, EXPIRES).answer(StubbedImds.IDENTITY, """
                        {"accountId" : "111122223333", "region" : "eu-west-1",
                         "instanceId" : "i-0abc1234def567890", "availabilityZone" : "eu-west-1b"}
                        """);

        RoleFact fact = collect();

        assertThat(fact.state()).isEqualTo(RoleState.ATTACHED);
        assertThat(fact.imds().up()).isTrue();
        assertThat(fact.profile()).hasValueSatisfying(profile -> {
            assertThat(profile.arn()).isEqualTo("arn:aws:iam::111122223333:instance-profile/backend");
            assertThat(profile.id()).isEqualTo("AIPARTX3GSDSPROFILE23");
            assertThat(profile.role()).contains(ROLE);
        });
        assertThat(fact.session()).hasValueSatisfying(session -> {
            assertThat(session.issuedAt()).isEqualTo("2026-11-21T12:00:00Z");
            assertThat(session.expiresAt()).isEqualTo(EXPIRES);
            assertThat(session.keyId().masked()).isEqualTo("ASIA************ION2");
        });
        assertThat(fact.identity()).hasValueSatisfying(identity -> {
            assertThat(identity.region()).isEqualTo("eu-west-1");
            assertThat(identity.instanceId()).isEqualTo("i-0abc1234def567890");
        });
        assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo(KEY);
    }

    @Test
    void aDeletedProfileKeepsTheSessionThatIsStillListed() {
        imds.attached(KEY, EXPIRES)
                .answer(INFO, "{\"Code\" : \"InstanceProfileNotFound\", \"Message\" : \"cannot be found\"}");

        RoleFact fact = collect();

        assertThat(fact.state()).isEqualTo(RoleState.PROFILE_NOT_FOUND);
        assertThat(fact.session()).map(RoleSession::expiresAt).contains(Instant.parse(EXPIRES));
        assertThat(credentials.present()).isTrue();
    }

    @Test
    void newCredentialsCountAsARotationAndReplaceTheOld() {
        RoleCollector collector = imds.collector(memory, CLOCK, false);
        imds.attached(KEY, EXPIRES);
        assertThat(collector.collect().imds().rotations()).isZero();
        assertThat(collector.collect().imds().rotations()).isZero();

        imds.attached("ASIARTX3GSDSSESSION3", "2026-11-21T19:00:00Z");

        assertThat(collector.collect().imds().rotations()).isOne();
        assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("ASIARTX3GSDSSESSION3");
    }

    @Test
    void credentialsGoWhenTheServiceHasNoneAnyMoreButNotWhenItCannotBeAsked() {
        RoleCollector collector = imds.collector(memory, CLOCK, false);
        imds.attached(KEY, EXPIRES);
        collector.collect();

        imds.answer(INFO, aResponse().withStatus(429));
        assertThat(collector.collect().session()).isPresent();
        assertThat(credentials.present()).isTrue();

        imds.answer(INFO, aResponse().withStatus(404)).answer(ROLES, aResponse().withStatus(404));
        assertThat(collector.collect().session()).isEmpty();
        assertThat(credentials.present()).isFalse();
    }

    @Test
    void oneTokenServesEveryPollUntilItIsRefused() {
        imds.attached(KEY, EXPIRES);
        RoleCollector collector = imds.collector(memory, CLOCK, false);
        collector.collect();
        collector.collect();
        imds.server.verify(1, putRequestedFor(urlEqualTo(TOKEN)));

        imds.server.stubFor(get(anyUrl())
                .withHeader("X-aws-ec2-metadata-token", equalTo("token-1"))
                .atPriority(2)
                .willReturn(aResponse().withStatus(401)));
        imds.server.stubFor(put(TOKEN).atPriority(2).willReturn(StubbedImds.token("token-2")));

        assertThat(collector.collect().state()).isEqualTo(RoleState.ATTACHED);
        imds.server.verify(2, putRequestedFor(urlEqualTo(TOKEN)));
    }

    @Test
    void aTokenThatIsAlwaysRefusedEndsAfterOneMoreTry() {
        imds.server.stubFor(get(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(401)));

        RoleFact fact = collect();

        assertThat(fact.state()).isEqualTo(RoleState.UNKNOWN);
        assertThat(fact.imds().failure()).contains(ImdsFailure.UNAUTHORIZED);
        imds.server.verify(2, putRequestedFor(urlEqualTo(TOKEN)));
    }

    @Test
    void aTokenThatNeverArrivesWhileTheServiceIsThereIsTheHopLimit() {
        imds.server.stubFor(
                put(TOKEN).atPriority(1).willReturn(StubbedImds.token("late").withFixedDelay(60_000)));

        RoleFact fact = imds.collector(memory, CLOCK, true).collect();

        assertThat(fact.state()).isEqualTo(RoleState.IMDS_UNREACHABLE);
        assertThat(fact.imds().failure()).contains(ImdsFailure.TIMEOUT);
        assertThat(fact.imds().tokensLost()).isTrue();
    }

    @Test
    void aServiceThatFallsSilentAfterItAnsweredIsNotTheHopLimit() {
        imds.attached(KEY, EXPIRES);
        RoleCollector collector = imds.collector(memory, CLOCK, true);
        assertThat(collector.collect().imds().v1()).isEqualTo(ImdsV1.REFUSED);

        imds.server.stubFor(any(anyUrl()).atPriority(2).willReturn(aResponse().withFixedDelay(60_000)));
        imds.server.stubFor(get(anyUrl())
                .withHeader("X-aws-ec2-metadata-token", equalTo("token-1"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(401)));
        RoleFact fact = collector.collect();

        assertThat(fact.imds().failure()).contains(ImdsFailure.TIMEOUT);
        assertThat(fact.imds().tokensLost()).isFalse();
    }

    @Test
    void whetherVersionOneAnswersIsAskedOnceAnHour() {
        imds.attached(KEY, EXPIRES);
        RoleCollector collector = imds.collector(memory, CLOCK, true);

        assertThat(collector.collect().imds().v1()).isEqualTo(ImdsV1.REFUSED);
        assertThat(collector.collect().imds().v1()).isEqualTo(ImdsV1.REFUSED);

        imds.server.verify(1, getRequestedFor(anyUrl()).withHeader("X-aws-ec2-metadata-token", absent()));
    }

    @Test
    void aClockThatIsSetBackDoesNotHoldUpTheQuestionAboutVersionOne() {
        MovableClock clock = new MovableClock(CLOCK.instant());
        imds.attached(KEY, EXPIRES);
        RoleCollector collector = imds.collector(memory, clock, true);
        collector.collect();

        clock.advance(Duration.ofDays(-2));
        collector.collect();
        collector.collect();

        imds.server.verify(2, getRequestedFor(anyUrl()).withHeader("X-aws-ec2-metadata-token", absent()));
    }

    @Test
    void theNextCollectorAtTheSameEndpointGoesOnWithWhatIsKnown() {
        imds.attached(KEY, EXPIRES);
        imds.collector(memory, CLOCK, true).collect();
        imds.attached("ASIARTX3GSDSSESSION3", "2026-11-21T19:00:00Z");
        RoleFact known = imds.collector(memory, CLOCK, true).collect();

        imds.answer(INFO, aResponse().withStatus(503));
        RoleFact silent =
                imds.collector(memory.at(Optional.empty()), CLOCK, true).collect();

        assertThat(known.imds().rotations()).isOne();
        assertThat(silent.imds().rotations()).isOne();
        assertThat(silent.session()).isPresent().isEqualTo(known.session());
        assertThat(silent.identity()).isEqualTo(known.identity());
        assertThat(credentials.present()).isTrue();
        imds.server.verify(1, getRequestedFor(anyUrl()).withHeader("X-aws-ec2-metadata-token", absent()));
    }

    @Test
    void ofAnotherEndpointOnlyTheNumberOfRotationsRemains() {
        RoleCollector collector = imds.collector(memory, CLOCK, true);
        imds.attached(KEY, EXPIRES);
        collector.collect();
        imds.attached("ASIARTX3GSDSSESSION3", "2026-11-21T19:00:00Z");
        collector.collect();
        imds.answer(INFO, aResponse().withStatus(503));

        RoleMemory other = memory.at(Optional.of(URI.create("http://127.0.0.1:9")));
        RoleFact fact = imds.collector(other, CLOCK, false).collect();

        assertThat(fact.session()).isEmpty();
        assertThat(fact.imds().rotations()).isOne();
        assertThat(other.credentials().present()).isFalse();
    }

    @Test
    void versionOneThatAnswersIsSeen() {
        imds.attached(KEY, EXPIRES);
        imds.server.stubFor(get("/latest/meta-data/")
                .withHeader("X-aws-ec2-metadata-token", absent())
                .atPriority(1)
                .willReturn(aResponse().withBody("ami-id\n")));

        assertThat(imds.collector(memory, CLOCK, true).collect().imds().v1()).isEqualTo(ImdsV1.ANSWERED);
    }

    @Test
    void versionOneIsLeftAloneWhenTheCheckIsOff() {
        imds.attached(KEY, EXPIRES);

        assertThat(collect().imds().v1()).isEqualTo(ImdsV1.UNKNOWN);

        imds.server.verify(0, getRequestedFor(anyUrl()).withHeader("X-aws-ec2-metadata-token", absent()));
    }

    @Test
    void withoutAnEndpointOfItsOwnItGoesWhereTheSdkIsToldToGo() {
        imds.attached(KEY, EXPIRES);
        System.setProperty("aws.ec2MetadataServiceEndpoint", "http://127.0.0.1:" + imds.server.port());
        try {
            assertThat(StubbedImds.collector(Optional.empty(), memory, CLOCK)
                            .collect()
                            .state())
                    .isEqualTo(RoleState.ATTACHED);
        } finally {
            System.clearProperty("aws.ec2MetadataServiceEndpoint");
        }
    }

    @Test
    void anEndpointMayBeOfVersionSixAndIsAskedWithoutATokenThere() {
        try (StubbedImds six = new StubbedImds("::1")) {
            six.attached(KEY, EXPIRES);
            URI endpoint = URI.create("http://[::1]:" + six.server.port());

            RoleFact fact =
                    StubbedImds.collector(Optional.of(endpoint), memory, CLOCK).collect();

            assertThat(fact.state()).as(fact.detail()).isEqualTo(RoleState.ATTACHED);
            assertThat(fact.imds().v1()).isEqualTo(ImdsV1.REFUSED);
        }
    }

    @Test
    void aProxyOfTheJvmIsNeverAsked() {
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", "1");
        System.setProperty("http.nonProxyHosts", "");
        try {
            imds.attached(KEY, EXPIRES);
            assertThat(collect().state()).isEqualTo(RoleState.ATTACHED);
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    private RoleFact collect() {
        return imds.collector(memory, CLOCK, false).collect();
    }
}
