package io.rolemeter.aws;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The credentials that the metadata service handed out last. The only secret that this program keeps; it prints nothing. */
public final class RoleCredentials implements AwsCredentialsProvider {
    private final AtomicReference<@Nullable AwsSessionCredentials> held = new AtomicReference<>();

    public void hold(String accessKeyId, String secretAccessKey, String token, Instant expiration) {
        held.set(AwsSessionCredentials.builder()
                .accessKeyId(accessKeyId)
                .secretAccessKey(secretAccessKey)
                .sessionToken(token)
                .expirationTime(expiration)
                .build());
    }

    /** There are none any more. */
    public void drop() {
        held.set(null);
    }

    public boolean present() {
        return held.get() != null;
    }

    /** When those that are held end: another session ends at another time. */
    public Optional<Instant> end() {
        return Optional.ofNullable(held.get()).flatMap(AwsSessionCredentials::expirationTime);
    }

    /** @throws SdkClientException when there are none */
    @Override
    public AwsCredentials resolveCredentials() {
        return Optional.<AwsCredentials>ofNullable(held.get())
                .orElseThrow(() -> SdkClientException.create("the metadata service has given no credentials"));
    }

    @Override
    public String toString() {
        return "RoleCredentials[" + (present() ? "present" : "none") + "]";
    }
}
