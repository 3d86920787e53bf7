package io.rolemeter.publish.http;

import java.nio.channels.SelectableChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * How long a connection may stay, and how many there may be. Jetty's own idle time-out starts anew with every byte; this one does
 * not: a handshake, a request or an answer that is begun is over within {@value #BUSY_MILLIS} ms, or its connection is. Where more
 * come than there may be, the oldest make room; where none may end yet, newcomers wait in the kernel's queue.
 */
final class Connections implements Connection.Listener, SelectorManager.AcceptListener, Runnable {
    /** With {@link #LOOK_MILLIS}, less than 5 s. */
    private static final long BUSY_MILLIS = 4_000;

    /** With {@link #LOOK_MILLIS}, less than 30 s; longer than the usual 15 s between two scrapes. */
    private static final long IDLE_MILLIS = 28_000;

    private static final long LOOK_MILLIS = 250;

    /** After the first of those that did not wait has sent something: what others send until then is taken for up to so much older. */
    private static final long STIRRED_LOOK_MILLIS = 1_000;

    private static final long WAIT_MILLIS = 10;

    private static final int ROOM = 100;

    /** Who has been answered and is idle, so that whoever still waits for an answer is served; then the longest wait. */
    private static final Comparator<Stay> FIRST_TO_GO =
            Comparator.comparing(Stay::waiting).thenComparingLong(Stay::since);

    private final ServerConnector connector;
    private final int most;
    private final Map<EndPoint, Stay> stays = new ConcurrentHashMap<>();
    private final Set<SelectableChannel> coming = ConcurrentHashMap.newKeySet();
    private long looked = NanoTime.now();
    /** Present while nobody waits: nothing comes due before this look, unless somebody stirs. */
    private Optional<Scheduler.Task> asleep = Optional.empty();
    /** Since the last look. */
    private boolean stirred;

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
                connections.plan();
            }
        });
    }

    private Connections(ServerConnector connector, int most) {
        this.connector = connector;
        this.most = most;
    }

    /** Told before and after a connection takes what was sent on it: so long as nobody does, none begins to wait. */
    synchronized void stir() {
        stirred = true;
        if (asleep.isPresent()) {
            boolean cancelled = asleep.get().cancel();
            asleep = Optional.empty();
            looked = NanoTime.now();
            if (cancelled) {
                again(STIRRED_LOOK_MILLIS);
            }
        }
    }

    private synchronized void sleep() {
        long next = stays.values().stream()
                .mapToLong(stay -> IDLE_MILLIS - stay.age())
                .min()
                .orElse(IDLE_MILLIS);
        asleep = again(Math.max(LOOK_MILLIS, next));
    }

    private Optional<Scheduler.Task> again(long millis) {
        Scheduler scheduler = connector.getScheduler();
        return connector.isRunning() && scheduler.isRunning()
                ? Optional.of(scheduler.schedule(this, millis, TimeUnit.MILLISECONDS))
                : Optional.empty();
    }

    @Override
    public void onOpened(Connection connection) {
        EndPoint endPoint = connection.getEndPoint();
        if (endPoint instanceof SslConnection.SslEndPoint) {
            return;
        }
        stays.put(endPoint, Stay.of(connection));
        stir();
    }

    @Override
    public void onClosed(Connection connection) {
        stays.remove(connection.getEndPoint());
    }

    /** On the one thread that accepts: while it waits here, nobody else is let in. */
    @Override
    public void onAccepting(SelectableChannel channel) {
        coming.add(channel);
        while (connector.isRunning() && stays.size() + coming.size() > most) {
            if (!makeRoom()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS));
            }
        }
    }

    @Override
    public void onAccepted(SelectableChannel channel) {
        coming.remove(channel);
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        coming.remove(channel);
    }

    private boolean makeRoom() {
        look();
        List<EndPoint> first = stays.entrySet().stream()
                .filter(entry -> entry.getValue().mayEnd())
                .sorted(Map.Entry.comparingByValue(FIRST_TO_GO))
                .filter(entry -> !Stay.unheard(entry.getKey()))
                .limit(ROOM)
                .map(Map.Entry::getKey)
                .toList();
        first.forEach(this::close);
        return !first.isEmpty();
    }

    private synchronized void look() {
        long now = NanoTime.now();
        long before = asleep.isPresent() ? now : looked;
        looked = now;
        stays.replaceAll((endPoint, stay) -> stay.now(endPoint, before));
    }

    private synchronized void lookInTurn() {
        look();
        asleep = Optional.empty();
        stirred = false;
    }

    private synchronized void plan() {
        if (stays.values().stream().anyMatch(Stay::waiting)) {
            again(LOOK_MILLIS);
        } else if (stirred) {
            again(STIRRED_LOOK_MILLIS);
        } else {
            sleep();
        }
    }

    @Override
    public void run() {
        try {
            lookInTurn();
            stays.forEach((endPoint, stay) -> {
                if (stay.age() >= (stay.busy() ? BUSY_MILLIS : IDLE_MILLIS)) {
                    close(endPoint);
                }
            });
        } finally {
            plan();
        }
    }

    private void close(EndPoint endPoint) {
        stays.remove(endPoint);
        endPoint.close();
    }
}
