package io.rolemeter.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Lets no answer be longer, or take longer, than it may: the whole body is read before the SDK sees any of it, because the
 * SDK's own parsers have no bounds. Each exchange has a thread of its own, which is left behind when its time is up: neither the
 * search for a host's address nor a read that goes on byte by byte can be interrupted.
 *
 * <p>The JDK's own client would write the headers of a request, and with them keys and tokens, where a logging configuration asks for
 * it; here it is kept from that.
 */
final class BoundedHttpClient implements SdkHttpClient {
    /** Larger than any document of the metadata service and any answer that a probe asks for. */
    static final int MAX_BODY_BYTES = 256 * 1024;

    /** More than ever run at once, unless the other side lets them hang. */
    private static final int MAX_EXCHANGES = 64;

    private static final ThreadPoolExecutor EXCHANGES = new ThreadPoolExecutor(
            0, MAX_EXCHANGES, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), BoundedHttpClient::thread);

    /**
     * Each is named in full, because a logging configuration may have given it a level of its own; they are held here, or their level
     * is forgotten.
     */
    private static final List<Logger> HEADERS = Stream.of(
                    "sun.net.www.protocol.http", "sun.net.www.protocol.http.HttpURLConnection", "sun.net.www.http")
            .map(Logger::getLogger)
            .toList();

    static {
        HEADERS.forEach(logger -> logger.setLevel(Level.OFF));
    }

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
                abandon(prepared);
            }
        };
    }

    private HttpExecuteResponse exchange(HttpExecuteRequest request, ExecutableHttpRequest prepared)
            throws IOException {
        long start = System.nanoTime();
        try {
            HttpExecuteResponse response = await(prepared, start);
            listener.ended(new Exchange.Answered(request.httpRequest(), took(start), response.httpResponse()));
            return response;
        } catch (IOException e) {
            listener.ended(new Exchange.Broken(request.httpRequest(), took(start), e));
            throw e;
        }
    }

    private HttpExecuteResponse await(ExecutableHttpRequest prepared, long start) throws IOException {
        Future<HttpExecuteResponse> running = submit(() -> wholeAnswer(prepared, start + maxTime.toNanos()));
        try {
            return running.get(maxTime.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            abandon(prepared);
            throw new SocketTimeoutException("the answer did not end in time");
        } catch (InterruptedException e) {
            abandon(prepared);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof UncheckedIOException unchecked) {
                throw unchecked.getCause();
            }
            if (cause instanceof IOException broken) {
                throw broken;
            }
            throw new IOException("the request could not be sent", cause);
        }
    }

    private static Future<HttpExecuteResponse> submit(Callable<HttpExecuteResponse> exchange) throws IOException {
        try {
            return EXCHANGES.submit(exchange);
        } catch (RejectedExecutionException e) {
            throw new IOException("too many requests wait for an answer", e);
        }
    }

    /** Closing a connection may take as long as reading from it does, so nobody waits for that either. */
    private static void abandon(ExecutableHttpRequest prepared) {
        try {
            EXCHANGES.execute(prepared::abort);
        } catch (RejectedExecutionException e) {
            // It ends when the other side does.
        }
    }

    private HttpExecuteResponse wholeAnswer(ExecutableHttpRequest prepared, long deadline) throws IOException {
        HttpExecuteResponse response = prepared.call();
        byte[] body = response.responseBody().isPresent()
                ? read(response.responseBody().get(), deadline)
                : new byte[0];
        return HttpExecuteResponse.builder()
                .response(response.httpResponse())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(conversion.apply(body))))
                .build();
    }

    private static byte[] read(InputStream body, long deadline) throws IOException {
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

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "rolemeter-http");
        thread.setDaemon(true);
        return thread;
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
