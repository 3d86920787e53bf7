package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Identities;
import io.rolemeter.demo.account.Seal;
import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;
import io.rolemeter.demo.http.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The instance metadata service: IMDSv2's tokens in front of a tree of texts. */
public final class MetadataService implements Service {

    private static final String TOKEN_PATH = "/latest/api/token";
    private static final String TTL = "x-aws-ec2-metadata-token-ttl-seconds";

    private static final Duration LONGER_THAN_ANY_CLIENT_WAITS = Duration.ofSeconds(30);

    private final MetadataAccess access;
    private final MetadataTokens tokens;
    private final MetadataTree tree;

    /** The service of a host that started then; the role's credentials are issued by {@code identities}. */
    public MetadataService(Instance instance, Identities identities, Clock clock, Instant start) {
        this.access = instance.metadata();
        this.tokens = new MetadataTokens(Seal.random(), clock);
        this.tree = new MetadataTree(instance, new RoleSessions(instance, clock, start), identities);
    }

    @Override
    public Response answer(Request request) {
        return respond(request).with("Server", "EC2ws");
    }

    private Response respond(Request request) {
        if (access == MetadataAccess.DISABLED) {
            return error(403, "Forbidden");
        }
        if (access == MetadataAccess.THROTTLED) {
            return error(429, "Too Many Requests");
        }
        if (request.method().equals("PUT")) {
            return token(request);
        }
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (!reads || isTokenPath(request.path())) {
            return error(405, "Method Not Allowed").with("Allow", "OPTIONS, GET, HEAD, PUT");
        }
        Optional<String> token = request.header("x-aws-ec2-metadata-token");
        boolean admitted = token.map(tokens::accepts)
                .orElse(access == MetadataAccess.TOKEN_OPTIONAL || access == MetadataAccess.TOKEN_LOST);
        if (!admitted) {
            return Response.empty(401);
        }
        return tree.text(request.path().replaceFirst("^/\\d{4}-\\d{2}-\\d{2}/", "/latest/"))
                .map(text -> Response.of(200, "text/plain", text).with("Accept-Ranges", "none"))
                .orElseGet(() -> error(404, "Not Found"));
    }

    private Response token(Request request) {
        if (access == MetadataAccess.TOKEN_LOST) {
            LockSupport.parkNanos(LONGER_THAN_ANY_CLIENT_WAITS.toNanos());
        }
        if (request.header("x-forwarded-for").isPresent() || !request.path().equals(TOKEN_PATH)) {
            return isTokenPath(request.path()) ? error(403, "Forbidden") : error(405, "Method Not Allowed");
        }
        Optional<String> seconds = request.header(TTL);
        return seconds.flatMap(tokens::issue)
                .map(token -> Response.of(200, "text/plain", token)
                        .with("X-Aws-Ec2-Metadata-Token-Ttl-Seconds", seconds.orElseThrow()))
                .orElseGet(() -> error(400, "Bad Request"));
    }

    private static boolean isTokenPath(String path) {
        return path.endsWith("/api/token");
    }

    private static Response error(int status, String reason) {
        String title = status + " - " + reason;
        return Response.of(status, "text/html", """
                <?xml version="1.0" encoding="iso-8859-1"?>
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
                \t"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
                <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
                 <head>
                  <title>%s</title>
                 </head>
                 <body>
                  <h1>%s</h1>
                 </body>
                </html>
                """.formatted(title, title));
    }
}
