package io.rolemeter.demo.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, whole and bounded. Header names are in lower case. */
public final class Request {

    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /** {@code target} is a path with or without a query; the names of {@code headers} are in lower case already. */
    public Request(String method, String target, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    /** As it was sent, in upper case if the client keeps to HTTP. */
    public String method() {
        return method;
    }

    /** The path as it was sent, still encoded. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** What follows the question mark, still encoded. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** Every value of a header, in the order in which they were sent; empty when there is none. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** A copy of the body, empty when none was sent. */
    public byte[] body() {
        return body.clone();
    }
}
