package io.rolemeter.demo.services;

import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.account.Identities;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The AWS SDK's own clients, turned to a simulated host. */
final class AwsClients {

    private AwsClients() {}

    static StsClient sts(SimulatedHost host, AwsCredentialsProvider credentials) {
        return StsClient.builder()
                .endpointOverride(host.stsEndpoint())
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(credentials)
                .build();
    }

    static S3Client s3(SimulatedHost host, AwsCredentialsProvider credentials) {
        return S3Client.builder()
                .endpointOverride(host.s3Endpoint())
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(credentials)
                .build();
    }

    static StaticCredentialsProvider user() {
        Credential key = Identities.userKey();
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.keyId(), key.secret()));
    }

    /** The role's credentials as the metadata service hands them out now. */
    static StaticCredentialsProvider role(SimulatedHost host) {
        RoleDocument document = MetadataReader.of(host).roleDocument();
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(document.keyId(), document.secret(), document.token()));
    }
}
