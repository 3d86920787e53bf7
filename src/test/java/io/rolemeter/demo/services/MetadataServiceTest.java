package io.rolemeter.demo.services;

import static io.rolemeter.demo.http.RawHttp.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.Scenario;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.demo.files.ForgottenKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.imds.Ec2MetadataClientException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetadataServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T16:00:00.5Z");
    private static final String TTL = "X-aws-ec2-metadata-token-ttl-seconds: ";
    private static final String INFO = "/latest/meta-data/iam/info";

    private final MovableClock clock = new MovableClock(NOW);
    private final SimulatedHost host = Hosts.start("healthy", clock);

    @AfterAll
    void stop() {
        host.close();
    }

    @Test
    void the_role_document_is_printed_as_ec2_prints_it() {
        String document = MetadataReader.of(host).text(MetadataReader.ROLE_PATH + "app-backend-role");
        assertThat(document)
                .matches("(?s)\\{\n  \"Code\" : \"Success\",\n  \"LastUpdated\" : \"2026-11-21T15:10:00Z\","
                        + "\n  \"Type\" : \"AWS-HMAC\",\n  \"AccessKeyId\" : \"ASIA[A-Z2-7]{16}\","
                        + "\n  \"SecretAccessKey\" : \"FAKE[A-Za-z0-9/+]{36}\",\n  \"Token\" : \"[A-Za-z0-9/+]{100,}=*\","
                        + "\n  \"Expiration\" : \"2026-11-21T21:10:00Z\"\n}");
    }

    @ParameterizedTest
    @CsvSource({
        "/latest/meta-data/instance-id, i-0a1b2c3d4e5f67890",
        "/latest/meta-data/placement/region, us-east-1",
        "/latest/meta-data/placement/availability-zone, us-east-1a",
        "/latest/meta-data/services/partition, aws",
        "/latest/meta-data/services/domain, amazonaws.com",
        "/latest/meta-data/iam/security-credentials/, app-backend-role",
        "/2021-03-23/meta-data/iam/security-credentials, app-backend-role"
    })
    void a_leaf_is_its_text(String path, String text) {
        assertThat(MetadataReader.of(host).text(path)).isEqualTo(text);
    }

    @Test
    void a_folder_lists_what_is_in_it() {
        assertThat(MetadataReader.of(host).text("/latest/meta-data/").lines())
                .contains("iam/", "instance-id", "placement/", "services/");
        assertThat(MetadataReader.of(host).text("/latest/meta-data/iam/").lines())
                .containsExactly("info", "security-credentials/");
    }

    @Test
    void the_identity_document_names_the_account_and_the_instance() {
        assertThat(MetadataReader.of(host).text("/latest/dynamic/instance-identity/document"))
                .contains("\"accountId\" : \"111122223333\"", "\"instanceId\" : \"i-0a1b2c3d4e5f67890\"");
    }

    @Test
    void what_is_not_there_is_a_404_page() {
        assertThatThrownBy(() -> MetadataReader.of(host).text("/latest/user-data"))
                .isInstanceOfSatisfying(
                        Ec2MetadataClientException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(404));
        assertThat(get("/latest/user-data", token(60))).contains("<title>404 - Not Found</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21601", "-1", "soon", ""})
    void a_token_needs_a_time_to_live(String seconds) {
        assertThat(send(endpoint(), "PUT /latest/api/token HTTP/1.1", TTL + seconds))
                .startsWith("HTTP/1.1 400");
        assertThat(send(endpoint(), "PUT /latest/api/token HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    @Test
    void a_token_is_not_for_proxies_nor_at_a_version() {
        assertThat(send(endpoint(), "PUT /latest/api/token HTTP/1.1", TTL + 60, "X-Forwarded-For: 10.0.0.1"))
                .startsWith("HTTP/1.1 403");
        assertThat(send(endpoint(), "PUT /2021-03-23/api/token HTTP/1.1", TTL + 60))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void the_answer_to_a_token_request_repeats_its_time_to_live() {
        assertThat(send(endpoint(), "PUT /latest/api/token HTTP/1.1", TTL + 60))
                .contains("X-Aws-Ec2-Metadata-Token-Ttl-Seconds: 60\r\n", "Server: EC2ws\r\n")
                .contains("Date: Sat, 21 Nov 2026");
    }

    @Test
    void without_a_valid_token_nothing_is_said() {
        assertThat(send(endpoint(), "GET " + INFO + " HTTP/1.1"))
                .startsWith("HTTP/1.1 401 ")
                .endsWith("Content-Length: 0\r\n\r\n");
        assertThat(get(INFO, "AQAEnotAToken==")).startsWith("HTTP/1.1 401 ");
        String expiring = token(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(get(INFO, expiring)).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void head_has_the_length_of_get_and_no_body() {
        String head = send(endpoint(), "HEAD " + INFO + " HTTP/1.1", "X-aws-ec2-metadata-token: " + token(60));
        assertThat(head)
                .startsWith("HTTP/1.1 200")
                .containsPattern("Content-Length: [1-9]")
                .endsWith("\r\n\r\n");
    }

    @Test
    void other_methods_are_not_allowed() {
        assertThat(send(endpoint(), "POST " + INFO + " HTTP/1.1", "Content-Length: 0"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void where_version_one_is_allowed_no_token_is_needed() {
        Instance instance = Instance.with(Profile.ATTACHED).reachedBy(MetadataAccess.TOKEN_OPTIONAL);
        Scenario scenario = new Scenario("version-one", "", instance, ForgottenKey.nowhere());
        try (SimulatedHost open = SimulatedHost.start(scenario, clock)) {
            assertThat(send(open.metadataEndpoint(), "GET " + INFO + " HTTP/1.1"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private String get(String path, String token) {
        return send(endpoint(), "GET " + path + " HTTP/1.1", "X-aws-ec2-metadata-token: " + token);
    }

    private String token(int seconds) {
        String answer = send(endpoint(), "PUT /latest/api/token HTTP/1.1", TTL + seconds);
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private URI endpoint() {
        return host.metadataEndpoint();
    }
}
