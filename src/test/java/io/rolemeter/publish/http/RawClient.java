package io.rolemeter.publish.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection that is kept, on which a request is a single packet, as Prometheus sends it. */
final class RawClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;
    private final Socket socket = new Socket();
    private final InputStream in;

    /** The body has one character for each byte. */
    record Response(int status, Map<String, String> headers, String body) {
        byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }
    }

    RawClient(InetSocketAddress server) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(server, TIMEOUT_MILLIS);
        in = socket.getInputStream();
    }

    /** To localhost, unless the first header is another host. */
    Response get(String path, String... headers) throws IOException {
        return send("GET", path, headers);
    }

    Response head(String path) throws IOException {
        return send("HEAD", path);
    }

    Response send(String method, String path, String... headers) throws IOException {
        String given = String.join(
                "", Arrays.stream(headers).map(each -> each + "\r\n").toList());
        String host = given.startsWith("Host: ") ? "" : "Host: localhost\r\n";
        write(method + " " + path + " HTTP/1.1\r\n" + host + given + "\r\n");
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        Map<String, String> received = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            received.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = method.equals("HEAD") ? 0 : Integer.parseInt(received.getOrDefault("content-length", "0"));
        return new Response(status, received, new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }

    void write(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes that, and reads until the server has enough; fails when it never has. */
    void untilClosed(String bytes) throws IOException {
        write(bytes);
        while (in.read() >= 0) {}
    }

    /** Writes the same and reads, again and again, until the server has enough. */
    void exhaust(String bytes) {
        Thread writing = new Thread(() -> {
            try {
                while (!socket.isClosed()) {
                    write(bytes);
                }
            } catch (IOException enough) {
                // As was said.
            }
        });
        writing.setDaemon(true);
        writing.start();
        try (socket) {
            byte[] read = new byte[64 * 1024];
            while (in.read(read) >= 0) {}
        } catch (IOException enough) {
            // As was said.
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
