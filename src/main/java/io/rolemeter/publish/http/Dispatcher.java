package io.rolemeter.publish.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.rolemeter.publish.http.access.Door;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Answers GET and HEAD of known paths; nothing that a request says changes anything. */
final class Dispatcher implements HttpHandler {
    private static final int NO_BODY = -1;
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", StatusPage.CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store",
            "Vary", "Accept, Accept-Encoding");

    private final Map<String, Endpoint> endpoints;
    private final OwnNames names;
    private final Door door;
    private final ServingThreads threads;

    /** What stands at one path. */
    interface Endpoint {
        /** Quick, and from memory; {@code acceptHeader} is empty when there was none. */
        Answer answer(String acceptHeader);
    }

    Dispatcher(Map<String, Endpoint> endpoints, OwnNames names, Door door, ServingThreads threads) {
        this.endpoints = Map.copyOf(endpoints);
        this.names = names;
        this.door = door;
        this.threads = threads;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            threads.atWork();
            Answer answer = answer(exchange);
            byte[] body = encode(exchange, answer);
            threads.atClient();
            send(exchange, answer.status(), body);
        }
    }

    private Answer answer(HttpExchange exchange) {
        if (!names.has(header(exchange, "Host"))) {
            return Answer.sentence(
                    Answer.MISDIRECTED, "This is not the host that was asked for; name it as localhost.");
        }
        return switch (door.decide(header(exchange, "Authorization"))) {
            case OPEN -> inside(exchange);
            case UNAUTHORIZED -> {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Rolemeter\", charset=\"UTF-8\"");
                yield Answer.sentence(
                        Answer.UNAUTHORIZED, "A user name and a password are needed, and these are none.");
            }
            case TOO_MANY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                yield Answer.sentence(Answer.TOO_MANY_REQUESTS, "Too many requests; ask again in a second.");
            }
        };
    }

    private Answer inside(HttpExchange exchange) {
        Endpoint endpoint = endpoints.get(exchange.getRequestURI().getPath());
        if (endpoint == null) {
            return Answer.sentence(Answer.NOT_FOUND, "There is nothing here; the status page is at /.");
        }
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return Answer.sentence(Answer.METHOD_NOT_ALLOWED, "Only GET and HEAD: nothing here can be changed.");
        }
        try {
            return endpoint.answer(header(exchange, "Accept"));
        } catch (RuntimeException ours) {
            return Answer.sentence(
                    Answer.INTERNAL_ERROR, "This could not be shown, which is a mistake in Rolemeter; see /metrics.");
        }
    }

    /** Sets all headers, and gives the body as it goes over the wire. */
    private byte[] encode(HttpExchange exchange, Answer answer) {
        Headers headers = exchange.getResponseHeaders();
        HEADERS.forEach(headers::set);
        door.protection().headers().forEach(headers::set);
        headers.set("Content-Type", answer.contentType());
        if (answer.body().worthCompressing() && Gzip.accepted(header(exchange, "Accept-Encoding"))) {
            headers.set("Content-Encoding", "gzip");
            return answer.body().compressed();
        }
        return answer.body().plain();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, NO_BODY);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** All headers of that name as one; empty when there is none. */
    private static String header(HttpExchange exchange, String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null ? "" : String.join(",", values);
    }
}
