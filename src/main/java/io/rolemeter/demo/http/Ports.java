package io.rolemeter.demo.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The loopback ports of a host, and the few daemon threads that answer on them. */
public final class Ports implements AutoCloseable {

    private static final int THREADS = 6;
    private static final int WAITING = 64;

    private final Clock clock;
    private final ThreadPoolExecutor workers;
    private final Deque<Closeable> open = new ArrayDeque<>();

    /** No port is open yet; the clock's time is what every answer carries as {@code Date}. */
    public Ports(Clock clock) {
        this.clock = clock;
        this.workers = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "demo-worker");
                    thread.setDaemon(true);
                    return thread;
                });
        workers.allowCoreThreadTimeOut(true);
    }

    /** The address of a new port on which the service answers; {@code name} is for the name of its thread. */
    public URI serve(String name, Service service) throws IOException {
        Listener listener = Listener.start(name, service, clock, workers);
        open.push(listener);
        return endpoint(listener.port());
    }

    /** The address of a new port that is taken but on which nobody listens: every connection is refused. */
    public URI refuse() throws IOException {
        Socket socket = new Socket();
        open.push(socket);
        socket.bind(new InetSocketAddress(Listener.loopback(), 0));
        return endpoint(socket.getLocalPort());
    }

    /** Closes every port and connection, and ends the threads; closing again does nothing. */
    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
