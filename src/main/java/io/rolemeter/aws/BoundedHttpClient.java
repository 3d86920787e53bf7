package io.rolemeter.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Lets no answer be longer, or take longer, than it may: the whole body is read before the SDK sees any of it, because the
 * SDK's own parsers have no bounds.
 */
final class BoundedHttpClient implements SdkHttpClient {
    /** Larger than any document of the metadata service and any answer that a probe asks for. */
    static final int MAX_BODY_BYTES = 256 * 1024;

    private final SdkHttpClient client;
    private final Duration maxTime;
    private final Exchange.Listener listener;
    private final UnaryOperator<byte[]> conversion;

    BoundedHttpClient(SdkHttpClient client, Duration maxTime, Exchange.Listener listener) {
        this(client, maxTime, listener, UnaryOperator.identity());
    }

    /** @param conversion of every body, before the SDK sees it */
    BoundedHttpClient(
            SdkHttpClient client, Duration maxTime, Exchange.Listener listener, UnaryOperator<byte[]> conversion) {
        this.conversion = conversion;
        this.client = client;
        this.maxTime = maxTime;
        this.listener = listener;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = client.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return exchange(request, prepared);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private HttpExecuteResponse exchange(HttpExecuteRequest request, ExecutableHttpRequest prepared)
            throws IOException {
        long start = System.nanoTime();
        try {
            HttpExecuteResponse response = prepared.call();
            byte[] body = response.responseBody().isPresent()
                    ? read(response.responseBody().get(), start + maxTime.toNanos())
                    : new byte[0];
            listener.ended(new Exchange.Answered(request.httpRequest(), took(start), response.httpResponse()));
            return HttpExecuteResponse.builder()
                    .response(response.httpResponse())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(conversion.apply(body))))
                    .build();
        } catch (IOException e) {
            listener.ended(new Exchange.Broken(request.httpRequest(), took(start), e));
            throw e;
        }
    }

    private byte[] read(InputStream body, long deadline) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (body) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                read.write(buffer, 0, n);
                if (read.size() > MAX_BODY_BYTES) {
                    throw new OversizedAnswerException();
                }
                if (System.nanoTime() > deadline) {
                    throw new SocketTimeoutException("the answer did not end in time");
                }
            }
        }
        return read.toByteArray();
    }

    private static Duration took(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    /** An answer that went on after {@value BoundedHttpClient#MAX_BODY_BYTES} bytes. */
    static final class OversizedAnswerException extends IOException {
        OversizedAnswerException() {
            super("the answer is longer than " + MAX_BODY_BYTES / 1024 + " KiB");
        }
    }
}
