package io.rolemeter.agreement;

import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Prints what the default chain of the SDK for Java, version 2, picks. */
public final class JavaV2Program {
    private JavaV2Program() {}

    public static void main(String[] arguments) throws IOException {
        AwsCredentialsProvider chain = DefaultCredentialsProvider.builder().build();
        String key = "none";
        String identity = "none";
        try {
            key = chain.resolveCredentials().accessKeyId();
            try (StsClient sts = StsClient.builder()
                    .credentialsProvider(chain)
                    .region(Region.US_EAST_1)
                    .endpointOverride(URI.create(arguments[0]))
                    .build()) {
                identity = sts.getCallerIdentity().arn();
            }
        } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
            identity = "none";
        }
        System.out.println("key " + key);
        System.out.println("identity " + identity);
        System.in.readAllBytes();
    }
}
