package io.rolemeter.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.rolemeter.model.Telemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** STS and S3 that a test makes up answer by answer, and an instance whose role may ask them. */
public final class StubbedAws implements AutoCloseable {
    public static final String REGION = "eu-west-1";
    public static final String KEY_ID = "ASIARTX3GSDSSESSION2";
    public static final String SECRET = "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T";
    public static final String TOKEN = "FAKEToken/9sLq2+Vd7Rw0Kx4Hj8Zm1Tc6Bn3Yp5Gf/Ue+Ai2So9Dk7Lw4Xr0Qv==";

    /** Long enough for a cold server on a loaded machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String STS = "/";
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    public final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    public final RoleCredentials role = new RoleCredentials();

    public StubbedAws() {
        server.start();
        role.hold(KEY_ID, SECRET, TOKEN, Instant.MAX);
    }

    /** What STS answers from now on. */
    public StubbedAws sts(ResponseDefinitionBuilder answer) {
        server.stubFor(any(urlEqualTo(STS)).willReturn(answer));
        return this;
    }

    /** What S3 answers from now on, whatever is done with that object. */
    public StubbedAws s3(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(any(urlEqualTo(path)).willReturn(answer));
        return this;
    }

    public AwsClients clients() {
        return clients(endpoint());
    }

    /** Named by its number: with a name in it the SDK would put the bucket before that name. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Clients that find STS and S3 both at {@code endpoint}. */
    public static AwsClients clients(URI endpoint) {
        return clients(endpoint, Clock.systemUTC());
    }

    public static AwsClients clients(URI endpoint, Clock clock) {
        return new AwsClients(Map.of("sts", endpoint, "s3", endpoint), Telemetry.NONE, clock);
    }

    public AwsAccess access() {
        return new AwsAccess(clients(), role, () -> Optional.of(REGION));
    }

    public static ResponseDefinitionBuilder stsError(int status, String code, String message) {
        return xml(
                status,
                "<ErrorResponse xmlns=\"" + NAMESPACE + "\">\n  <Error>\n    <Type>Sender</Type>\n    <Code>" + code
                        + "</Code>\n    <Message>" + message + "</Message>\n  </Error>\n"
                        + "  <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>\n</ErrorResponse>\n");
    }

    /** The error document of S3, with {@code more} elements in it. */
    public static ResponseDefinitionBuilder s3Error(int status, String code, String message, String... more) {
        return xml(
                        status,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>"
                                + message + "</Message>" + String.join("", more)
                                + "<RequestId>4442587FB7D0A2F9</RequestId><HostId>host</HostId></Error>")
                .withHeader("x-amz-request-id", "4442587FB7D0A2F9");
    }

    /** An answer as S3 gives it: with the id of the request. */
    public static ResponseDefinitionBuilder s3Answer(int status) {
        return aResponse().withStatus(status).withHeader("x-amz-request-id", "4442587FB7D0A2F9");
    }

    public static ResponseDefinitionBuilder identity(String arn, String account) {
        return xml(
                200,
                "<GetCallerIdentityResponse xmlns=\"" + NAMESPACE + "\"><GetCallerIdentityResult><Arn>" + arn
                        + "</Arn><UserId>AROARTX3GSDSROLEROLE2:i-0abc1234def567890</UserId><Account>" + account
                        + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
    }

    /** What AssumeRole gives, with a key id of any sort. */
    public static ResponseDefinitionBuilder assumed(String keyId) {
        return xml(
                200,
                "<AssumeRoleResponse xmlns=\"" + NAMESPACE + "\"><AssumeRoleResult><AssumedRoleUser>"
                        + "<Arn>arn:aws:sts::111122223333:assumed-role/viewer/rolemeter</Arn>"
                        + "<AssumedRoleId>AROARTX3GSDSVIEWERVIE:rolemeter</AssumedRoleId></AssumedRoleUser><Credentials>"
                        + "<AccessKeyId>" + keyId + "</AccessKeyId><SecretAccessKey>" + SECRET + "</SecretAccessKey>"
                        + "<SessionToken>" + TOKEN + "</SessionToken><Expiration>2026-11-21T13:00:00Z</Expiration>"
                        + "</Credentials></AssumeRoleResult></AssumeRoleResponse>");
    }

    private static ResponseDefinitionBuilder xml(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/xml")
                .withBody(body);
    }

    @Override
    public void close() {
        server.stop();
    }
}
