package io.rolemeter.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * A request to something that is not AWS, without signature, credentials and a second try, within the same bounds of size and
 * time. Redirects are answers.
 *
 * @param method {@code GET}, {@code HEAD}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param body empty for none
 */
public record UnsignedCall(URI url, String method, Map<String, String> headers, String body) {
    public UnsignedCall {
        headers = Map.copyOf(headers);
    }

    /**
     * The answer, whatever its status.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when there is none
     */
    public ApiAnswer send(Duration timeout) {
        SdkHttpClient client = UrlConnectionHttpClient.builder()
                .connectionTimeout(timeout)
                .socketTimeout(timeout)
                .build();
        try (SdkHttpClient bounded = new BoundedHttpClient(client, timeout, exchange -> {})) {
            HttpExecuteResponse response = bounded.prepareRequest(request()).call();
            return new ApiAnswer(response.httpResponse().statusCode(), Optional.empty(), text(response));
        } catch (IOException e) {
            throw SdkClientException.create("no answer", e);
        }
    }

    private HttpExecuteRequest request() {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .protocol(url.getScheme())
                .host(url.getHost())
                .port(url.getPort() < 0 ? null : url.getPort())
                .encodedPath(target())
                .method(SdkHttpMethod.fromValue(method));
        headers.forEach(request::putHeader);
        HttpExecuteRequest.Builder ready = HttpExecuteRequest.builder().request(request.build());
        if (!body.isEmpty()) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            ready.contentStreamProvider(() -> new ByteArrayInputStream(bytes));
        }
        return ready.build();
    }

    /** The SDK would decode a query that it is told apart, sort it, and encode it in its own way. */
    private String target() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static String text(HttpExecuteResponse response) throws IOException {
        if (response.responseBody().isEmpty()) {
            return "";
        }
        try (InputStream stream = response.responseBody().get()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
