package io.rolemeter.publish.http;

import io.rolemeter.publish.http.access.Door;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers GET and HEAD of known paths; nothing that a request says changes anything. */
final class Dispatcher extends Handler.Abstract {
    private static final String OUR_MISTAKE = "This could not be shown, which is a mistake in Rolemeter; see /metrics.";

    /** So many requests of one connection are answered at a stretch; then others get their turn on the thread. */
    private static final int AT_A_STRETCH = 8;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", StatusPage.CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store",
            "Vary", "Accept, Accept-Encoding");

    private final Map<String, Endpoint> endpoints;
    private final OwnNames names;
    private final Door door;

    /** What stands at one path. */
    interface Endpoint {
        /** Quick, and from memory; {@code acceptHeader} is empty when there was none. */
        Answer answer(String acceptHeader);
    }

    Dispatcher(Map<String, Endpoint> endpoints, OwnNames names, Door door) {
        this.endpoints = Map.copyOf(endpoints);
        this.names = names;
        this.door = door;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long before = request.getConnectionMetaData().getConnection().getMessagesIn();
        if (before % AT_A_STRETCH == AT_A_STRETCH - 1) {
            request.getComponents()
                    .getExecutor()
                    .execute(() -> send(request, response, answer(request, response), callback));
        } else {
            send(request, response, answer(request, response), callback);
        }
        return true;
    }

    /** Answers what the server itself refuses, as little told as in every other answer. */
    boolean refuse(Request request, Response response, Callback callback) {
        int status =
                request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer given ? given : Answer.BAD_REQUEST;
        String sentence = status == Answer.INTERNAL_ERROR ? OUR_MISTAKE : "This request is not understood.";
        send(request, response, Answer.sentence(status, sentence), callback);
        return true;
    }

    private Answer answer(Request request, Response response) {
        if (!names.has(header(request, "Host")) || !names.has(authority(request))) {
            return Answer.sentence(
                    Answer.MISDIRECTED, "This is not the host that was asked for; name it as localhost.");
        }
        return switch (door.decide(header(request, "Authorization"))) {
            case OPEN -> inside(request, response);
            case UNAUTHORIZED -> {
                response.getHeaders().put("WWW-Authenticate", "Basic realm=\"Rolemeter\", charset=\"UTF-8\"");
                yield Answer.sentence(
                        Answer.UNAUTHORIZED, "A user name and a password are needed, and these are none.");
            }
            case TOO_MANY -> {
                response.getHeaders().put("Retry-After", "1");
                yield Answer.sentence(Answer.TOO_MANY_REQUESTS, "Too many requests; ask again in a second.");
            }
        };
    }

    private Answer inside(Request request, Response response) {
        String path = request.getHttpURI().getPath();
        Endpoint endpoint = path == null ? null : endpoints.get(path);
        if (endpoint == null) {
            return Answer.sentence(Answer.NOT_FOUND, "There is nothing here; the status page is at /.");
        }
        if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            response.getHeaders().put("Allow", "GET, HEAD");
            return Answer.sentence(Answer.METHOD_NOT_ALLOWED, "Only GET and HEAD: nothing here can be changed.");
        }
        if (request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return Answer.sentence(Answer.CONTENT_TOO_LARGE, "A request has no body here.");
        }
        try {
            return endpoint.answer(header(request, "Accept"));
        } catch (RuntimeException ours) {
            return Answer.sentence(Answer.INTERNAL_ERROR, OUR_MISTAKE);
        }
    }

    /** All at once: the server keeps what the client has not taken yet, and no thread waits for it. */
    private void send(Request request, Response response, Answer answer, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        HEADERS.forEach(headers::put);
        door.protection().headers().forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        Body body = answer.body();
        boolean compressed = body.worthCompressing() && Gzip.accepted(header(request, "Accept-Encoding"));
        if (compressed) {
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        byte[] bytes = compressed ? body.compressed() : body.plain();
        headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.setStatus(answer.status());
        boolean head = "HEAD".equals(request.getMethod());
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes), callback);
    }

    /** Of a request whose target is a whole URL. */
    private static String authority(Request request) {
        String authority = request.getHttpURI().getHost();
        return authority == null || !request.getHeaders().contains(HttpHeader.HOST) ? "" : authority;
    }

    /** All headers of that name as one; empty when there is none. */
    private static String header(Request request, String name) {
        return String.join(",", request.getHeaders().getValuesList(name));
    }
}
