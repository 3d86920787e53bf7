package io.rolemeter.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Sends one signed request, and once more where the service says that the fault is its own, or the connection breaks off; never
 * a second time when the first took more than half of the time that both may take, when its answer was too long, or when nobody
 * waits for it any more.
 *
 * @param transport makes an HTTP client with that much time
 */
record ApiCall(RequestSigner signer, Function<Duration, SdkHttpClient> transport) {
    private static final int SERVER_ERROR = 500;

    ApiAnswer send(ApiRequest request, URI endpoint, AwsCredentials credentials, Duration timeout) {
        long start = System.nanoTime();
        try {
            ApiAnswer answer = once(request, endpoint, credentials, timeout);
            return answer.status() < SERVER_ERROR || late(start, timeout)
                    ? answer
                    : again(request, endpoint, credentials, timeout.dividedBy(2));
        } catch (InterruptedIOException | BoundedHttpClient.OversizedAnswerException e) {
            throw broken(e);
        } catch (IOException e) {
            if (late(start, timeout)) {
                throw broken(e);
            }
            return again(request, endpoint, credentials, timeout.dividedBy(2));
        }
    }

    private ApiAnswer again(ApiRequest request, URI endpoint, AwsCredentials credentials, Duration timeout) {
        try {
            return once(request, endpoint, credentials, timeout);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private ApiAnswer once(ApiRequest request, URI endpoint, AwsCredentials credentials, Duration timeout)
            throws IOException {
        try (SdkHttpClient client = transport.apply(timeout)) {
            HttpExecuteResponse response = client.prepareRequest(signer.sign(request, endpoint, credentials))
                    .call();
            String body = text(response);
            int status = response.httpResponse().statusCode();
            Optional<ApiError> error = status / 100 == 2
                    ? Optional.empty()
                    : ApiError.read(response.httpResponse().firstMatchingHeader("x-amzn-ErrorType"), body);
            return new ApiAnswer(status, error, body);
        }
    }

    private static String text(HttpExecuteResponse response) throws IOException {
        if (response.responseBody().isEmpty()) {
            return "";
        }
        try (InputStream body = response.responseBody().get()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean late(long start, Duration timeout) {
        return System.nanoTime() - start > timeout.dividedBy(2).toNanos();
    }

    private static SdkClientException broken(IOException cause) {
        return SdkClientException.create("no answer", cause);
    }
}
