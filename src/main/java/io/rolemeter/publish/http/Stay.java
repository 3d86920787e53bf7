package io.rolemeter.publish.http;

import java.io.IOException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;

/**
 * What a connection is at, and since when.
 *
 * @param busy whether a handshake, a request or an answer is begun and not ended
 * @param answered so many requests of it
 * @param since of Jetty's clock, in nanoseconds
 */
record Stay(boolean busy, long answered, long since) {
    /** A request, or a handshake's begin, comes with the connection; so long may its sender be held up before it writes. */
    private static final long YOUNG_MILLIS = 100;

    static Stay of(Connection opened) {
        return new Stay(opened instanceof SslConnection, 0, NanoTime.now());
    }

    /** Whether it is owed an answer, to its first request too, which may not have come. */
    boolean waiting() {
        return busy || answered == 0;
    }

    /** In milliseconds. */
    long age() {
        return NanoTime.millisSince(since);
    }

    /** Not while it is younger than {@value #YOUNG_MILLIS} ms and waits: who has just come looks like who will never ask. */
    boolean mayEnd() {
        return !waiting() || age() >= YOUNG_MILLIS;
    }

    /** Whether a connection's first request has come, or begun to, and this side has had no time to read it. */
    static boolean unheard(EndPoint endPoint) {
        Connection connection = endPoint.getConnection();
        boolean first = connection instanceof HttpConnection http ? http.getMessagesIn() == 0 : !secured(connection);
        try {
            return first
                    && endPoint instanceof SocketChannelEndPoint socket
                    && socket.getChannel().socket().getInputStream().available() > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean secured(Connection connection) {
        return connection instanceof SslConnection encrypted
                && !encrypted.getSSLEngine().getSession().getProtocol().equals("NONE");
    }

    /** @param looked at the earliest, what is seen now for the first time began then */
    Stay now(EndPoint endPoint, long looked) {
        Connection connection = endPoint.getConnection();
        if (connection instanceof SslConnection encrypted) {
            if (!secured(connection)) {
                return this;
            }
            connection = encrypted.getSslEndPoint().getConnection();
        }
        if (!(connection instanceof HttpConnection http)) {
            return this;
        }
        long answeredNow = http.getMessagesOut();
        boolean busyNow =
                http.getMessagesIn() > answeredNow || !http.getParser().isStart();
        return busyNow == busy && answeredNow == answered
                ? this
                : new Stay(busyNow, answeredNow, NanoTime.isBefore(since, looked) ? looked : since);
    }
}
