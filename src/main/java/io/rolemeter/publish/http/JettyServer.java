package io.rolemeter.publish.http;

import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.TlsContext;
import java.net.InetSocketAddress;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with small limits: no thread waits for a client, whatever that client sends, leaves out or does not read. */
final class JettyServer {
    /** More than the passwords that may wait to be compared, and the thread that waits for connections. */
    private static final int THREADS = 12;

    private static final int IDLE_THREADS = 2;
    private static final int THREAD_IDLE_MILLIS = 5_000;
    private static final int BACKLOG = 1024;

    /** What the kernel keeps for a client that does not read: a few answers, where by itself it would keep megabytes of them. */
    private static final int UNREAD = 64 * 1024;

    private static final int REQUEST_HEADERS = 16 * 1024;
    private static final int BUFFER = 4 * 1024;
    private static final int LARGEST_KEPT_BUFFER = 64 * 1024;
    private static final int KEPT_BUFFERS = 64;
    private static final long KEPT_BYTES = 1024 * 1024;

    private JettyServer() {}

    /** Not started. What clients may hold is bounded by {@link Connections}. */
    static Server of(InetSocketAddress address, Door door) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, IDLE_THREADS, THREAD_IDLE_MILLIS);
        threads.setName("http");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        Server server = new Server(
                threads,
                null,
                new ArrayByteBufferPool(0, BUFFER, LARGEST_KEPT_BUFFER, KEPT_BUFFERS, KEPT_BYTES, KEPT_BYTES));
        ServerConnector connector = connector(server, door);
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(0);
        connector.setAcceptedSendBufferSize(UNREAD);
        Connections.lookAfter(connector);
        server.addConnector(connector);
        server.setStopTimeout(0);
        return server;
    }

    private static ServerConnector connector(Server server, Door door) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(REQUEST_HEADERS);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        plain.setInputBufferSize(BUFFER);
        if (door.protection().tls().isEmpty()) {
            return new ServerConnector(server, 0, 1, plain);
        }
        SslConnectionFactory encrypted = new SslConnectionFactory(
                TlsContext.of(() -> door.protection().tls().orElseThrow()), plain.getProtocol());
        encrypted.setDirectBuffersForEncryption(false);
        encrypted.setDirectBuffersForDecryption(false);
        return new ServerConnector(server, 0, 1, encrypted, plain);
    }
}
