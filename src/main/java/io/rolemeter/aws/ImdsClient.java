package io.rolemeter.aws;

import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.imds.Ec2MetadataRetryPolicy;

/**
 * The instance metadata service, version 2, through the SDK's client: one token for its whole life, never through a proxy. For
 * one thread.
 *
 * <p>Without an endpoint of its own it goes where the SDK goes: {@code AWS_EC2_METADATA_SERVICE_ENDPOINT}, {@code
 * AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE} (IPv4 or IPv6), the shared configuration file, {@code 169.254.169.254}.
 */
public final class ImdsClient {
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
    private static final int RETRIES = 1;
    private static final String TOKEN_HEADER = "x-aws-ec2-metadata-token";

    private final Optional<URI> endpoint;
    private final Telemetry telemetry;
    private final SdkHttpClient transport;
    private @Nullable Ec2MetadataClient client;
    private @Nullable Exchange last;
    private boolean bytesWanted;

    public ImdsClient(Optional<URI> endpoint, Telemetry telemetry) {
        this.endpoint = endpoint;
        this.telemetry = telemetry;
        this.transport = new BoundedHttpClient(
                UrlConnectionHttpClient.create(ImdsClient::connect),
                ATTEMPT_TIMEOUT,
                this::ended,
                body -> bytesWanted ? asCharacters(body) : body);
    }

    /**
     * Asks for a path that begins with {@code /latest/}. A token that is no longer accepted is replaced, once; where something
     * else has answered, what it gave for a token is forgotten before the next question.
     */
    public ImdsAnswer get(String path) {
        ImdsAnswer answer = ask(path);
        if (!(answer instanceof ImdsAnswer.Failed failed)) {
            return answer;
        }
        if (failed.failure() == ImdsFailure.UNAUTHORIZED) {
            client = null;
            return ask(path);
        }
        if (failed.failure() == ImdsFailure.MALFORMED) {
            client = null;
        }
        return answer;
    }

    /** The same for what may be no text: each character of the answer is one byte. */
    public ImdsAnswer getBytes(String path) {
        bytesWanted = true;
        try {
            return get(path);
        } finally {
            bytesWanted = false;
        }
    }

    /** The SDK takes every answer for UTF-8, so that bytes have to be written in it. */
    private static byte[] asCharacters(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    }

    /** Asks without a token, as version 1 does, where {@link #get} went last. Counts as use of version 1 where it works. */
    public ImdsAnswer getWithoutToken(String path) {
        if (last == null) {
            return new ImdsAnswer.Failed(ImdsFailure.REFUSED, "the metadata service was not asked yet", false);
        }
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol(last.request().protocol())
                .host(last.request().host())
                .port(last.request().port())
                .encodedPath(path)
                .build();
        try {
            transport
                    .prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call();
        } catch (IOException e) {
            return ImdsFailures.describe(last, "GET " + path);
        }
        return ImdsFailures.of(last).isEmpty() ? new ImdsAnswer.Found("") : ImdsFailures.describe(last, "GET " + path);
    }

    private ImdsAnswer ask(String path) {
        last = null;
        try {
            return new ImdsAnswer.Found(client().get(path).asString());
        } catch (SdkException | UncheckedIOException | IllegalArgumentException e) {
            // The messages of these may quote what was received; what is said instead comes from the exchange itself.
            return ImdsFailures.describe(last, "GET " + path);
        }
    }

    private Ec2MetadataClient client() {
        if (client == null) {
            Ec2MetadataClient.Builder builder = Ec2MetadataClient.builder()
                    .httpClient(transport)
                    .retryPolicy(
                            Ec2MetadataRetryPolicy.builder().numRetries(RETRIES).build());
            endpoint.ifPresent(builder::endpoint);
            client = build(builder);
        }
        return client;
    }

    private static Ec2MetadataClient build(Ec2MetadataClient.Builder builder) {
        try {
            return builder.build();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            // A profile file of the user cannot be parsed: what it says of the endpoint is left out.
            return builder.endpoint(endpointWithoutProfiles()).build();
        }
    }

    private static URI endpointWithoutProfiles() {
        boolean ipv6 = SdkSystemSetting.AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE
                .getNonDefaultStringValue()
                .filter("IPv6"::equalsIgnoreCase)
                .isPresent();
        return URI.create(SdkSystemSetting.AWS_EC2_METADATA_SERVICE_ENDPOINT
                .getNonDefaultStringValue()
                .orElse(ipv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254"));
    }

    private void ended(Exchange exchange) {
        last = exchange;
        telemetry.imdsRequest(exchange.took(), ImdsFailures.of(exchange).filter(failure -> !wanted(exchange, failure)));
    }

    /** That a request without a token is refused is what everyone wants. */
    private static boolean wanted(Exchange exchange, ImdsFailure failure) {
        return failure == ImdsFailure.UNAUTHORIZED
                && exchange.request().method() == SdkHttpMethod.GET
                && exchange.request().firstMatchingHeader(TOKEN_HEADER).isEmpty();
    }

    private static HttpURLConnection connect(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) ATTEMPT_TIMEOUT.toMillis());
            connection.setReadTimeout((int) ATTEMPT_TIMEOUT.toMillis());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
