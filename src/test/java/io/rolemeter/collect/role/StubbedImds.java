package io.rolemeter.collect.role;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.rolemeter.aws.ImdsClient;
import io.rolemeter.config.Settings;
import io.rolemeter.model.Telemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A metadata service that a test makes up answer by answer; what is not said is 404, as EC2 says it. */
final class StubbedImds implements AutoCloseable {
    static final String ROLE = "backend-role";
    static final String INFO = "/latest/meta-data/iam/info";
    static final String ROLES = "/latest/meta-data/iam/security-credentials/";
    static final String IDENTITY = "/latest/dynamic/instance-identity/document";
    static final String TOKEN = "/latest/api/token";

    static final String INFO_DOCUMENT = """
            {
              "Code" : "Success",
              "LastUpdated" : "2026-11-21T12:00:00Z",
              "InstanceProfileArn" : "arn:aws:iam::111122223333:instance-profile/backend",
              "InstanceProfileId" : "AIPARTX3GSDSPROFILE23"
            }
            """;
    private static final String NOT_FOUND = """
            <?xml version="1.0" encoding="iso-8859-1"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
             "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>404 - Not Found</title></head>
            <body><h1>404 - Not Found</h1></body></html>
            """;

    final WireMockServer server;

    StubbedImds() {
        this("127.0.0.1");
    }

    StubbedImds(String address) {
        server = new WireMockServer(wireMockConfig().bindAddress(address).dynamicPort());
        server.start();
        server.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().withStatus(404).withBody(NOT_FOUND)));
        server.stubFor(get(anyUrl())
                .withHeader("X-aws-ec2-metadata-token", com.github.tomakehurst.wiremock.client.WireMock.absent())
                .atPriority(4)
                .willReturn(aResponse().withStatus(401)));
        server.stubFor(put(TOKEN)
                .withHeader("X-aws-ec2-metadata-token-ttl-seconds", matching("\\d+"))
                .atPriority(5)
                .willReturn(token("token-1")));
    }

    static ResponseDefinitionBuilder token(String token) {
        return aResponse()
                .withStatus(200)
                .withHeader("X-Aws-Ec2-Metadata-Token-Ttl-Seconds", "21600")
                .withBody(token);
    }

    static String credentials(String keyId, String issued, String expires) {
        return """
                {
                  "Code" : "Success",
                  "LastUpdated" : "%s",
                  "Type" : "AWS-HMAC",
                  "AccessKeyId" : "%s",
                  "SecretAccessKey" : "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T",
                  "Token" : "FAKETOKEN",
                  "Expiration" : "%s"
                }
                """.formatted(issued, keyId, expires);
    }

    StubbedImds answer(String path, String body) {
        return answer(path, okJson(body));
    }

    StubbedImds answer(String path, ResponseDefinitionBuilder response) {
        server.stubFor(get(path)
                .withHeader("X-aws-ec2-metadata-token", matching(".+"))
                .atPriority(3)
                .willReturn(response));
        return this;
    }

    /** A profile, its role and credentials that end at {@code expires}. */
    StubbedImds attached(String keyId, String expires) {
        return answer(INFO, INFO_DOCUMENT)
                .answer(ROLES, aResponse().withBody(ROLE + "\n"))
                .answer(ROLES + ROLE, credentials(keyId, "2026-11-21T12:00:00Z", expires));
    }

    RoleCollector collector(RoleMemory memory, Clock clock, boolean v1Check) {
        return collector(Optional.of(URI.create("http://127.0.0.1:" + server.port())), v1Check, memory, clock);
    }

    /** One that asks about version 1 too. */
    static RoleCollector collector(Optional<URI> endpoint, RoleMemory memory, Clock clock) {
        return collector(endpoint, true, memory, clock);
    }

    private static RoleCollector collector(Optional<URI> endpoint, boolean v1Check, RoleMemory memory, Clock clock) {
        return new RoleCollector(
                new ImdsClient(endpoint, Telemetry.NONE),
                new Settings.Imds(Optional.empty(), Duration.ofSeconds(15), v1Check),
                memory,
                clock);
    }

    @Override
    public void close() {
        server.stop();
    }
}
