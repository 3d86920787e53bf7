package io.rolemeter.aws;

import io.rolemeter.model.Telemetry;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes clients for AWS services: bounded in time and size, counted, at the configured endpoints. A client is made for one
 * use and closed after it; connections outlive it in the JVM's own pool.
 */
public final class AwsClients {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 2;

    /** The SDK reads the profile files for every client, whatever its credentials, and makes none when one is broken. */
    static final String BROKEN_PROFILE = "the AWS SDK cannot read a profile file of this process's user; correct"
            + " ~/.aws/credentials and ~/.aws/config, or what AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE name";

    /** One thread for all, also of the clients that the next configuration makes. */
    private static final ScheduledExecutorService TIMEOUTS = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rolemeter-aws-timeouts");
        thread.setDaemon(true);
        return thread;
    });

    private final Map<String, URI> endpoints;
    private final Clock clock;
    private final Telemetry telemetry;
    private final ClockSkew clockSkew;

    /** @param endpoints by endpoint prefix ({@code sts}, {@code s3}); a service without one has the SDK's own */
    public AwsClients(Map<String, URI> endpoints, Telemetry telemetry, Clock clock) {
        this.endpoints = Map.copyOf(endpoints);
        this.clock = clock;
        this.telemetry = telemetry;
        this.clockSkew = new ClockSkew(clock);
    }

    /** STS in one region, so that its answers do not depend on another region's health. */
    public StsClient sts(String region, AwsCredentialsProvider credentials, Duration timeout) {
        return made(() -> prepare(StsClient.builder(), "sts", new Access(region, credentials, timeout))
                .build());
    }

    public S3Client s3(String region, AwsCredentialsProvider credentials, Duration timeout) {
        return made(() -> prepare(S3Client.builder(), "s3", new Access(region, credentials, timeout))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build());
    }

    /**
     * Any AWS API, signed, for what the SDK has no client of here.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when there is no answer; an answer of any status is one
     */
    public ApiAnswer call(ApiRequest request, AwsCredentialsProvider credentials, Duration timeout) {
        URI endpoint = new Endpoints(endpoints).of(request.service());
        return new ApiCall(
                        new RequestSigner(clock),
                        left -> transport(request.service().name(), left))
                .send(request, endpoint, credentials.resolveCredentials(), timeout);
    }

    /**
     * Whether signed requests may go where an answer of the service says that its data is: to AWS's own hosts, or to the
     * configured one.
     */
    public boolean trusts(URI endpoint, ApiService service) {
        return new Endpoints(endpoints).trusts(endpoint, service);
    }

    /** The local clock minus AWS's, as the newest answer had it; positive when the local clock is ahead. */
    public Optional<Duration> clockSkew() {
        return clockSkew.measured();
    }

    /** One for each client: it remembers how often it retried. */
    private static RetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .build();
    }

    /** What the parser of profile files throws may quote them, so it is not passed on. */
    private static <C> C made(Supplier<C> client) {
        try {
            return client.get();
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            throw SdkClientException.create(BROKEN_PROFILE);
        }
    }

    private record Access(String region, AwsCredentialsProvider credentials, Duration timeout) {}

    private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B prepare(
            B builder, String service, Access access) {
        Optional.ofNullable(endpoints.get(service)).ifPresent(builder::endpointOverride);
        return builder.region(Region.of(access.region()))
                .credentialsProvider(access.credentials())
                .httpClient(transport(service, access.timeout()))
                .overrideConfiguration(settings -> settings.apiCallTimeout(access.timeout())
                        .scheduledExecutorService(TIMEOUTS)
                        .retryStrategy(retries()));
    }

    private SdkHttpClient transport(String service, Duration timeout) {
        Duration connect = timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT;
        SdkHttpClient client = UrlConnectionHttpClient.builder()
                .connectionTimeout(connect)
                .socketTimeout(timeout)
                .build();
        return new BoundedHttpClient(client, timeout, exchange -> {
            telemetry.awsRequest(service);
            clockSkew.ended(exchange);
        });
    }
}
