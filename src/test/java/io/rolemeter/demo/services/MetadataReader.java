package io.rolemeter.demo.services;

import io.rolemeter.demo.SimulatedHost;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.imds.Ec2MetadataRetryPolicy;

/** The AWS SDK's own metadata client, turned to a simulated host. */
record MetadataReader(URI endpoint) {

    static final String ROLE_PATH = "/latest/meta-data/iam/security-credentials/";

    static MetadataReader of(SimulatedHost host) {
        return new MetadataReader(host.metadataEndpoint());
    }

    String text(String path) {
        try (Ec2MetadataClient client = client()) {
            return client.get(path).asString();
        }
    }

    RoleDocument roleDocument() {
        try (Ec2MetadataClient client = client()) {
            Document document =
                    client.get(ROLE_PATH + client.get(ROLE_PATH).asString()).asDocument();
            return new RoleDocument(
                    field(document, "AccessKeyId"),
                    field(document, "SecretAccessKey"),
                    field(document, "Token"),
                    Instant.parse(field(document, "LastUpdated")),
                    Instant.parse(field(document, "Expiration")));
        }
    }

    private Ec2MetadataClient client() {
        return Ec2MetadataClient.builder()
                .endpoint(endpoint)
                .retryPolicy(Ec2MetadataRetryPolicy.none())
                .httpClient(UrlConnectionHttpClient.builder())
                .build();
    }

    private static String field(Document document, String name) {
        return Objects.requireNonNull(document.asMap().get(name)).asString();
    }
}
