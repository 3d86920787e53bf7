package io.rolemeter.demo.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP response; the server adds Date, Content-Length and Connection, and leaves the body out for HEAD. */
public final class Response {

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final byte[] body;

    private Response(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** A response whose body is a text in UTF-8. */
    public static Response of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A response whose body is a copy of these bytes. */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, body.clone()).with("Content-Type", contentType);
    }

    /** A response without a body and its type. */
    public static Response empty(int status) {
        return new Response(status, new byte[0]);
    }

    /** A copy with one header more, or with another value of it. */
    public Response with(String header, String value) {
        Response copy = new Response(status, body);
        copy.headers.putAll(headers);
        copy.headers.put(header, value);
        return copy;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    byte[] body() {
        return body.clone();
    }
}
