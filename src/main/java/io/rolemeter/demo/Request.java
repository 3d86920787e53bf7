package io.rolemeter.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, whole and bounded. Header names are in lower case. */
final class Request {

    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    Request(String method, String target, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    String method() {
        return method;
    }

    /** The path as it was sent, still encoded. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** What follows the question mark, still encoded. */
    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    byte[] body() {
        return body.clone();
    }
}
