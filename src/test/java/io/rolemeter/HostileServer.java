package io.rolemeter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Sends the same bytes to everyone who connects, whatever they ask, on a loopback port. */
public final class HostileServer implements AutoCloseable {
    /** What it does after those bytes. */
    public enum Ending {
        CLOSE,
        GO_ON_FOR_EVER,
        /** Goes on for ever too, with one more byte now and then, so that no single read ever takes long. */
        TRICKLE,
        SAY_NOTHING_MORE
    }

    private static final Duration PACE = Duration.ofMillis(50);

    private final ServerSocket socket;
    private final byte[] answer;
    private final Ending ending;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HostileServer(ServerSocket socket, byte[] answer, Ending ending) {
        this.socket = socket;
        this.answer = answer;
        this.ending = ending;
    }

    public static HostileServer start(String answer, Ending ending) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        HostileServer server = new HostileServer(socket, answer.getBytes(StandardCharsets.ISO_8859_1), ending);
        server.thread(server::accept);
        return server;
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            open.add(client);
            thread(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        int first = client.getInputStream().read(new byte[4096]);
        OutputStream out = client.getOutputStream();
        out.write(answer);
        out.flush();
        while (ending == Ending.GO_ON_FOR_EVER && first >= 0) {
            out.write(answer);
        }
        while (ending == Ending.TRICKLE && first >= 0) {
            LockSupport.parkNanos(PACE.toNanos());
            out.write('x');
            out.flush();
        }
        if (ending == Ending.CLOSE) {
            client.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (SocketException e) {
                // The other side, or the test, has had enough.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
