package io.rolemeter.collect.caller;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The default chain of the SDK for Java v2, in its order, for this process. Its last link is not asked here: it would take a token
 * of its own from the metadata service each time, for the credentials that the agent holds.
 */
final class DefaultChain {
    private DefaultChain() {}

    /** A link that fails is passed over, as the SDK does. */
    static AwsCredentialsProviderChain beforeTheInstance() {
        return AwsCredentialsProviderChain.builder()
                .reuseLastProviderEnabled(false)
                .addCredentialsProvider(SystemPropertyCredentialsProvider.create())
                .addCredentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .addCredentialsProvider(WebIdentityTokenFileCredentialsProvider.create())
                .addCredentialsProvider(ProfileCredentialsProvider.create())
                .addCredentialsProvider(ContainerCredentialsProvider.create())
                .build();
    }

    static boolean isEmpty(AwsCredentialsProviderChain chain) {
        try {
            chain.resolveCredentials();
            return false;
        } catch (SdkClientException e) {
            return true;
        }
    }

    /** Whether the chain goes on to the instance: not when this process was told to leave it alone. */
    static boolean asksTheInstance() {
        return !SdkSystemSetting.AWS_EC2_METADATA_DISABLED.getBooleanValueOrThrow();
    }
}
