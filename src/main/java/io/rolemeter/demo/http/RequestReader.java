package io.rolemeter.demo.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one HTTP/1.1 request from a connection: at most 32 KiB of head and 1 MiB of body. */
final class RequestReader {

    static final int HEAD_BYTES = 32 * 1024;
    private static final int BODY_BYTES = 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private int headLeft = HEAD_BYTES;

    /** {@code out} is where a client that asks first is told to go on. */
    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    Request read() throws IOException {
        String[] first = line().split(" ", -1);
        if (first.length != 3 || !first[1].startsWith("/")) {
            throw new MalformedRequest(400, "Bad Request");
        }
        Map<String, List<String>> headers = headers();
        return new Request(first[0], first[1], headers, body(headers));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequest(400, "Bad Request");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, unused -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        boolean chunked = headers.containsKey("transfer-encoding");
        int length = chunked
                ? 0
                : length(headers.getOrDefault("content-length", List.of("0")).get(0));
        if (headers.getOrDefault("expect", List.of()).contains("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return chunked ? chunks() : exactly(length);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = size(line());
            if (size == 0) {
                headers();
                return body.toByteArray();
            }
            if (body.size() + size > BODY_BYTES) {
                throw new MalformedRequest(413, "Payload Too Large");
            }
            body.write(exactly(size));
            line();
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The client closed the connection within the body");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The client closed the connection within the head");
            }
            if (--headLeft < 0) {
                throw new MalformedRequest(431, "Request Header Fields Too Large");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String text) throws MalformedRequest {
        try {
            long length = Long.parseLong(text);
            if (length > BODY_BYTES) {
                throw new MalformedRequest(413, "Payload Too Large");
            }
            return Math.toIntExact(Math.max(0, length));
        } catch (NumberFormatException e) {
            throw new MalformedRequest(400, "Bad Request");
        }
    }

    private static int size(String chunkHead) throws MalformedRequest {
        int extension = chunkHead.indexOf(';');
        String size = extension < 0 ? chunkHead : chunkHead.substring(0, extension);
        try {
            return Math.max(0, Integer.parseInt(size.strip(), 16));
        } catch (NumberFormatException e) {
            throw new MalformedRequest(400, "Bad Request");
        }
    }
}
