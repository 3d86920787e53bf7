package io.rolemeter.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A loopback port in front of a service, at which things go wrong as they are told to. Its threads are daemons. */
final class FaultyDoor implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(50);
    private static final int FILLING_MILLIS = 150;
    private static final int BACKLOG = 50;
    private static final int TRIES = 100;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final Target target;
    private final URI upstream;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Deque<Closeable> present = new ArrayDeque<>();
    private volatile Fault fault = Fault.NONE;

    FaultyDoor(Target target, URI upstream) throws IOException {
        this.target = target;
        this.upstream = upstream;
        ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        port = listening.getLocalPort();
        accept(listening);
    }

    int port() {
        return port;
    }

    /** Connections from before stay as they are. */
    void become(Fault next) throws IOException {
        leave();
        fault = next;
        switch (next.manner()) {
            case REFUSE -> again(BACKLOG).close();
            case SWALLOW -> {
                present.push(again(1));
                fill();
            }
            default -> accept(again(BACKLOG));
        }
    }

    /** The port is free as soon as the thread that waited at it has noticed. */
    private ServerSocket again(int backlog) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try {
                return new ServerSocket(port, backlog, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
        throw new BindException("port " + port + " was taken by somebody else");
    }

    /** With as many connections waiting as it lets wait, the system drops what else comes. */
    private void fill() throws IOException {
        while (true) {
            Socket waiting = new Socket();
            present.push(waiting);
            try {
                waiting.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), FILLING_MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    private void accept(ServerSocket listening) {
        present.push(listening);
        thread(() -> {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                open.add(client);
                Fault now = fault;
                thread(() -> {
                    try {
                        serve(client, now);
                    } finally {
                        client.close();
                        open.remove(client);
                    }
                });
            }
        });
    }

    private void serve(Socket client, Fault now) throws IOException {
        byte[] request =
                now.manner() == Manner.NO_TLS ? some(client.getInputStream()) : request(client.getInputStream());
        OutputStream out = client.getOutputStream();
        switch (now.manner()) {
            case PASS -> out.write(forwarded(request));
            case REWRITE -> {
                String rewritten = now.rewriting().apply(target, new String(forwarded(request), ISO_8859_1));
                out.write((rewritten.isEmpty() ? now.said().apply(target) : rewritten).getBytes(ISO_8859_1));
            }
            default -> out.write(now.said().apply(target).getBytes(ISO_8859_1));
        }
        out.flush();
        switch (now.manner()) {
            case HOLD -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
            case DRIP -> repeat(out, "x", PACE);
            case FLOOD -> repeat(out, "x".repeat(8192), Duration.ZERO);
            case RESET -> client.setSoLinger(true, 0);
            default -> client.shutdownOutput();
        }
    }

    private static void repeat(OutputStream out, String text, Duration pace) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        while (true) {
            out.write(bytes);
            LockSupport.parkNanos(pace.toNanos());
        }
    }

    private byte[] forwarded(byte[] request) throws IOException {
        try (Socket service = new Socket(InetAddress.getLoopbackAddress(), upstream.getPort())) {
            service.getOutputStream().write(request);
            return service.getInputStream().readAllBytes();
        }
    }

    private static byte[] some(InputStream in) throws IOException {
        byte[] buffer = new byte[4096];
        return new byte[Math.max(0, in.read(buffer))];
    }

    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        String head = "";
        while (!head.contains("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request did not end");
            }
            read.write(next);
            head = next == '\n' ? read.toString(ISO_8859_1) : head;
        }
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            read.write(in.readNBytes(Integer.parseInt(length.group(1))));
        }
        return read.toByteArray();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The client, the service or the test has had enough.
                    }
                },
                "faulty-door");
        thread.setDaemon(true);
        thread.start();
    }

    private void leave() throws IOException {
        while (!present.isEmpty()) {
            present.pop().close();
        }
    }

    @Override
    public void close() throws IOException {
        leave();
        for (Socket client : open) {
            client.close();
        }
    }
}
