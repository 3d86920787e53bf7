package io.rolemeter.demo.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests as text, for what no HTTP library would send. */
public final class RawHttp {

    private RawHttp() {}

    /** Sends the lines of a head, and reads the whole answer. */
    public static String send(URI endpoint, String... lines) {
        return sendText(endpoint, String.join("\r\n", lines) + "\r\nHost: " + endpoint.getAuthority() + "\r\n\r\n");
    }

    public static String sendText(URI endpoint, String text) {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean refuses(URI endpoint) {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            return !socket.isConnected();
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
