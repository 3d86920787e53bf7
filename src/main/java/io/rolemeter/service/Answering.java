package io.rolemeter.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Whether somebody is at work behind a port of this process, and not only a queue of the kernel. */
public final class Answering {
    private static final byte[] REQUEST =
            "GET /-/healthy HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Answering() {}

    /**
     * Asks in plain HTTP, whatever is spoken there. Any answer, and an end of the connection, as a server of TLS or one that wants
     * a password gives it, is a sign of life; silence for {@code limit} is none.
     *
     * @param address where the server listens; asked by loopback when that is every address
     */
    public static boolean at(InetSocketAddress address, Duration limit) {
        InetAddress host =
                address.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address.getAddress();
        int millis = Math.toIntExact(limit.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, address.getPort()), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(REQUEST);
            return answered(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answered(Socket socket) throws IOException {
        try {
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }
}
