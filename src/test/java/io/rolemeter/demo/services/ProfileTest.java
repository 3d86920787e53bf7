package io.rolemeter.demo.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.demo.http.RawHttp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.imds.Ec2MetadataClientException;

/** What the metadata service shows of the profile and of its role, scenario by scenario, as time passes. */
class ProfileTest {

    private static final String INFO = "/latest/meta-data/iam/info";
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T16:00:00Z"));

    @Test
    void credentials_are_replaced_every_hour_and_live_for_six() {
        try (SimulatedHost host = start("healthy")) {
            RoleDocument first = MetadataReader.of(host).roleDocument();
            clock.advance(Duration.ofMinutes(9));
            assertThat(MetadataReader.of(host).roleDocument()).isEqualTo(first);
            clock.advance(Duration.ofMinutes(1));
            RoleDocument second = MetadataReader.of(host).roleDocument();
            assertThat(second.updated()).isEqualTo(clock.instant());
            assertThat(second.expires()).isEqualTo(clock.instant().plus(Duration.ofHours(6)));
            assertThat(second.keyId()).isNotEqualTo(first.keyId());
            assertThat(second.secret()).isNotEqualTo(first.secret());
            assertThat(second.token()).isNotEqualTo(first.token());
        }
    }

    @Test
    void an_expiring_document_is_still_handed_out_when_it_has_expired() {
        try (SimulatedHost host = start("expiring")) {
            RoleDocument document = MetadataReader.of(host).roleDocument();
            assertThat(document.expires()).isEqualTo(clock.instant().plus(Duration.ofMinutes(4)));
            clock.advance(Duration.ofHours(1));
            assertThat(MetadataReader.of(host).roleDocument()).isEqualTo(document);
        }
    }

    @Test
    void the_role_of_a_deleted_profile_is_listed_until_its_session_ends() {
        try (SimulatedHost host = start("profile-deleted")) {
            assertThat(MetadataReader.of(host).text(INFO))
                    .contains("\"Code\" : \"InstanceProfileNotFound\"", "with Id AIPA", "cannot be found.  Please see")
                    .doesNotContain("InstanceProfileArn");
            assertThat(MetadataReader.of(host).roleDocument().expires())
                    .isEqualTo(clock.instant().plus(Duration.ofHours(2)));
            clock.advance(Duration.ofHours(2));
            assertIsMissing(host, MetadataReader.ROLE_PATH);
            assertIsMissing(host, MetadataReader.ROLE_PATH + "app-backend-role");
        }
    }

    @Test
    void a_profile_without_a_role_succeeds_with_a_message() {
        try (SimulatedHost host = start("profile-without-role")) {
            assertThat(MetadataReader.of(host).text(INFO))
                    .contains(
                            "\"Code\" : \"Success\"",
                            "\"Message\" : \"Instance Profile does not contain a role. Please see documentation at"
                                    + " https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html"
                                    + "#troubleshoot_iam-ec2_errors-info-doc.\"");
            assertIsMissing(host, MetadataReader.ROLE_PATH);
        }
    }

    @Test
    void without_a_profile_there_is_nothing_below_iam() {
        try (SimulatedHost host = start("iam-user-only")) {
            assertIsMissing(host, INFO);
            assertIsMissing(host, MetadataReader.ROLE_PATH);
            assertIsMissing(host, "/latest/meta-data/iam/");
            assertThat(MetadataReader.of(host).text("/latest/meta-data/")).doesNotContain("iam");
        }
    }

    @Test
    void a_metadata_service_that_is_down_refuses_connections() {
        try (SimulatedHost host = start("imds-down")) {
            assertThat(RawHttp.refuses(host.metadataEndpoint())).isTrue();
            assertThat(RawHttp.refuses(host.stsEndpoint())).isFalse();
        }
    }

    private SimulatedHost start(String name) {
        return Hosts.start(name, clock);
    }

    private static void assertIsMissing(SimulatedHost host, String path) {
        assertThatThrownBy(() -> MetadataReader.of(host).text(path))
                .isInstanceOfSatisfying(
                        Ec2MetadataClientException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(404));
    }
}
