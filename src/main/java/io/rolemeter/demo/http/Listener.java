package io.rolemeter.demo.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An HTTP/1.1 server on a loopback port, one request a connection.
 *
 * <p>The JDK's own server always sends the machine's time as {@code Date}; here it is the scenario's.
 */
final class Listener implements Closeable {

    private static final int READ_TIMEOUT_MILLIS = 5_000;
    private static final int BACKLOG = 64;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Service service;
    private final Clock clock;
    private final Executor executor;
    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Listener(Service service, Clock clock, Executor executor) throws IOException {
        this.service = service;
        this.clock = clock;
        this.executor = executor;
        this.socket = new ServerSocket(0, BACKLOG, loopback());
    }

    /** Listens at once; {@code executor} runs one request a task and may reject. */
    static Listener start(String name, Service service, Clock clock, Executor executor) throws IOException {
        Listener listener = new Listener(service, clock, executor);
        Thread thread = new Thread(listener::accept, "demo-" + name);
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                dispatch(socket.accept());
            } catch (IOException e) {
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void dispatch(Socket connection) throws IOException {
        open.add(connection);
        try {
            executor.execute(() -> serve(connection));
        } catch (RejectedExecutionException e) {
            open.remove(connection);
            connection.close();
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = new BufferedOutputStream(connection.getOutputStream())) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(READ_TIMEOUT_MILLIS);
            answer(new RequestReader(in, out), out);
        } catch (IOException e) {
            // The client went away, or close() took its connection: there is nobody left to tell.
        } finally {
            open.remove(connection);
        }
    }

    private void answer(RequestReader reader, OutputStream out) throws IOException {
        try {
            Request request = reader.read();
            write(answer(request), request.method().equals("HEAD"), out);
        } catch (MalformedRequest e) {
            write(Response.of(e.status, "text/plain", String.valueOf(e.getMessage())), false, out);
        }
    }

    /** A defect of a service is the client's 500, and never ends a thread. */
    private Response answer(Request request) {
        try {
            return service.answer(request);
        } catch (RuntimeException e) {
            return Response.of(500, "text/plain", "Internal Server Error");
        }
    }

    private void write(Response response, boolean headOnly, OutputStream out) throws IOException {
        byte[] body = response.body();
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(Reason.phrase(response.status()))
                .append("\r\nDate: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().atZone(ZoneOffset.UTC)))
                .append("\r\nConnection: close\r\n");
        response.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!headOnly) {
            out.write(body);
        }
        out.flush();
    }
}
