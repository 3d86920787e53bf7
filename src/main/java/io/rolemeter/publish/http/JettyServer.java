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

    /** One, that {@link Connections} lets wait. */
    private static final int ACCEPTING_THREADS = 1;

    private static final int IDLE_THREADS = 2;
    private static final int THREAD_IDLE_MILLIS = 5_000;
    /** What the worst of them keep is less than a third of the heap that the service has: 48 MB. */
    private static final int MOST_CONNECTIONS = 1_200;

    /** Half a handshake or record keeps 17 KB. */
    private static final int MOST_ENCRYPTED_CONNECTIONS = 600;

    /** So many times the connections that there may be wait in the kernel: a full queue refuses everybody, a long one delays. */
    private static final int QUEUES = 4;

    /** What the kernel keeps for a client that does not read: a few answers, where by itself it would keep megabytes of them. */
    private static final int UNREAD = 64 * 1024;

    private static final int REQUEST_HEADERS = 8 * 1024;
    private static final int ANSWER_HEADERS = 2 * 1024;
    private static final int MOST_ANSWER_HEADERS = 16 * 1024;
    private static final int BUFFER = 4 * 1024;
    private static final int LARGEST_KEPT_BUFFER = 64 * 1024;
    private static final int KEPT_BUFFERS = 64;
    private static final long KEPT_BYTES = 1024 * 1024;

    private JettyServer() {}

    /** Not started. What clients may hold is bounded by {@link Connections}. */
    static Server of(InetSocketAddress address, Door door) {
        QueuedThreadPool threads =
                new QueuedThreadPool(THREADS + ACCEPTING_THREADS, IDLE_THREADS + ACCEPTING_THREADS, THREAD_IDLE_MILLIS);
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
        int most = door.protection().tls().isPresent() ? MOST_ENCRYPTED_CONNECTIONS : MOST_CONNECTIONS;
        connector.setAcceptQueueSize(QUEUES * most);
        connector.setIdleTimeout(0);
        connector.setAcceptedSendBufferSize(UNREAD);
        Connections.lookAfter(connector, most);
        server.addConnector(connector);
        server.setStopTimeout(0);
        return server;
    }

    private static ServerConnector connector(Server server, Door door) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(REQUEST_HEADERS);
        http.setResponseHeaderSize(ANSWER_HEADERS);
        http.setMaxResponseHeaderSize(MOST_ANSWER_HEADERS);
        http.setHeaderCacheSize(0);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        HttpConnectionFactory plain = new SmallRequests(http);
        plain.setInputBufferSize(BUFFER);
        if (door.protection().tls().isEmpty()) {
            return new ServerConnector(server, ACCEPTING_THREADS, 1, plain);
        }
        SslConnectionFactory encrypted = new SslConnectionFactory(
                TlsContext.of(() -> door.protection().tls().orElseThrow()), plain.getProtocol());
        // Else a Host that the certificate does not name is refused, and the module java.naming is needed to find out.
        encrypted.setEnsureSecureRequestCustomizer(false);
        encrypted.setDirectBuffersForEncryption(false);
        encrypted.setDirectBuffersForDecryption(false);
        return new ServerConnector(server, ACCEPTING_THREADS, 1, encrypted, plain);
    }
}
