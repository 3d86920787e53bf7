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
 * The default chain of the SDK for Java v2, in its order, for this process, without its last link. That one would take a token of its
 * own from the metadata service each time, for the credentials that the agent holds.
 */
final class DefaultChain {
    private DefaultChain() {}

    /** Whether no link before the instance has credentials, and this process was not told to leave the instance alone. */
    static boolean endsAtTheInstance() {
        if (SdkSystemSetting.AWS_EC2_METADATA_DISABLED.getBooleanValueOrThrow()) {
            return false;
        }
        try (AwsCredentialsProviderChain nearer = beforeTheInstance()) {
            nearer.resolveCredentials();
            return false;
        } catch (SdkClientException e) {
            return true;
        }
    }

    /** A link that fails is passed over, as the SDK does. */
    private static AwsCredentialsProviderChain beforeTheInstance() {
        return AwsCredentialsProviderChain.builder()
                .reuseLastProviderEnabled(false)
                .addCredentialsProvider(SystemPropertyCredentialsProvider.create())
                .addCredentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .addCredentialsProvider(WebIdentityTokenFileCredentialsProvider.create())
                .addCredentialsProvider(ProfileCredentialsProvider.create())
                .addCredentialsProvider(ContainerCredentialsProvider.create())
                .build();
    }
}
