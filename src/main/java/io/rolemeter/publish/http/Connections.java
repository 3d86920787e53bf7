package io.rolemeter.publish.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * How long a connection may stay, and how many there may be. Jetty's own idle time-out starts anew with every byte; this one does
 * not: a handshake, a request or an answer that is begun is over within {@value #BUSY_MILLIS} ms, or its connection is.
 */
final class Connections implements Connection.Listener, Runnable {
    /** With {@link #LOOK_MILLIS}, less than 5 s. */
    private static final long BUSY_MILLIS = 4_000;

    /** With {@link #LOOK_MILLIS}, less than 30 s; longer than the usual 15 s between two scrapes. */
    private static final long IDLE_MILLIS = 28_000;

    private static final long LOOK_MILLIS = 250;

    private static final int ROOM = 100;

    private final ServerConnector connector;
    private final int most;
    private final Map<EndPoint, Stay> stays = new ConcurrentHashMap<>();
    private long looked = NanoTime.now();

    /** What a connection is at, and since when. */
    private record Stay(boolean busy, long answered, long since) {
        boolean waiting() {
            return busy || answered == 0;
        }

        long age() {
            return NanoTime.millisSince(since);
        }
    }

    /**
     * Begins to look after the connections of a connector that is not started yet.
     *
     * @param most so many; then others make room for new ones
     */
    static void lookAfter(ServerConnector connector, int most) {
        Connections connections = new Connections(connector, most);
        connector.addBean(connections);
        connector.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle started) {
                connections.again();
            }
        });
    }

    private Connections(ServerConnector connector, int most) {
        this.connector = connector;
        this.most = most;
    }

    private void again() {
        Scheduler scheduler = connector.getScheduler();
        if (connector.isRunning() && scheduler.isRunning()) {
            scheduler.schedule(this, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void onOpened(Connection connection) {
        EndPoint endPoint = connection.getEndPoint();
        if (endPoint instanceof SslConnection.SslEndPoint) {
            return;
        }
        stays.put(endPoint, new Stay(connection instanceof SslConnection, 0, NanoTime.now()));
        if (stays.size() > most) {
            makeRoom();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        stays.remove(connection.getEndPoint());
    }

    /** Who has been answered and is idle goes first, so that whoever still waits for an answer is served. */
    private synchronized void makeRoom() {
        if (stays.size() <= most) {
            return;
        }
        look();
        List<EndPoint> first = stays.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(Stay::waiting).thenComparingLong(Stay::since)))
                .limit(ROOM)
                .map(Map.Entry::getKey)
                .toList();
        first.forEach(this::close);
    }

    private synchronized void look() {
        long before = looked;
        looked = NanoTime.now();
        stays.replaceAll((endPoint, stay) -> now(endPoint, stay, before));
    }

    @Override
    public void run() {
        try {
            look();
            stays.forEach((endPoint, stay) -> {
                if (stay.age() >= (stay.busy() ? BUSY_MILLIS : IDLE_MILLIS)) {
                    close(endPoint);
                }
            });
        } finally {
            again();
        }
    }

    /** @param looked at the earliest, what is seen now for the first time began then */
    private static Stay now(EndPoint endPoint, Stay before, long looked) {
        Connection connection = endPoint.getConnection();
        if (connection instanceof SslConnection secured) {
            if (secured.getSSLEngine().getSession().getProtocol().equals("NONE")) {
                return before;
            }
            connection = secured.getSslEndPoint().getConnection();
        }
        if (!(connection instanceof HttpConnection http)) {
            return before;
        }
        long answered = http.getMessagesOut();
        boolean busy = http.getMessagesIn() > answered || !http.getParser().isStart();
        return busy == before.busy() && answered == before.answered()
                ? before
                : new Stay(busy, answered, NanoTime.isBefore(before.since(), looked) ? looked : before.since());
    }

    private void close(EndPoint endPoint) {
        stays.remove(endPoint);
        endPoint.close();
    }
}
