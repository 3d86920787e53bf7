package io.rolemeter.collect.caller;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The default chain of the SDK for Java v2, in its order, for this process, without its last link. That one would take a token of its
 * own from the metadata service each time, for the credentials that the agent holds.
 */
final class DefaultChain {
    private DefaultChain() {}

    /** What a link before the instance has; one that fails is passed over, as the SDK does. */
    static Optional<AwsCredentials> beforeTheInstance() {
        try (AwsCredentialsProviderChain chain = AwsCredentialsProviderChain.builder()
                .addCredentialsProvider(SystemPropertyCredentialsProvider.create())
                .addCredentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .addCredentialsProvider(WebIdentityTokenFileCredentialsProvider.create())
                .addCredentialsProvider(ProfileCredentialsProvider.create())
                .addCredentialsProvider(ContainerCredentialsProvider.create())
                .build()) {
            return Optional.of(chain.resolveCredentials());
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the chain goes on to the instance: not when this process was told to leave it alone. Empty when it was told so in a
     * word that is neither true nor false: at that the SDK for Java fails.
     */
    static Optional<Boolean> asksTheInstance() {
        String disabled = SdkSystemSetting.AWS_EC2_METADATA_DISABLED.getStringValueOrThrow();
        if (disabled.equalsIgnoreCase("true")) {
            return Optional.of(false);
        }
        return disabled.equalsIgnoreCase("false") ? Optional.of(true) : Optional.empty();
    }
}
