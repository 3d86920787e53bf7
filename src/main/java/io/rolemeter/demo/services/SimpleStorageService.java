package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Identities;
import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.account.Refusal;
import io.rolemeter.demo.encoding.PercentEncoding;
import io.rolemeter.demo.encoding.Xml;
import io.rolemeter.demo.http.Content;
import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;
import io.rolemeter.demo.http.Service;
import io.rolemeter.demo.signing.Authentication;
import io.rolemeter.demo.signing.Authenticator;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amazon S3 with path-style addresses: HEAD, GET and PUT of objects. */
public final class SimpleStorageService implements Service {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-(\\d{0,9})");

    private final Authenticator authenticator;
    private final Buckets buckets = new Buckets();

    /** The service with its buckets as new; the clock judges the time of a signature. */
    public SimpleStorageService(Identities identities, Clock clock) {
        this.authenticator = new Authenticator(identities, clock, "s3", Duration.ofMinutes(15));
    }

    @Override
    public Response answer(Request request) {
        Authentication authentication = authenticator.authenticate(request);
        Response response = authentication instanceof Authentication.Signed signed
                ? respond(request, signed)
                : refuse(((Authentication.Refused) authentication).refusal());
        return response.with("Server", "AmazonS3");
    }

    private Response respond(Request request, Authentication.Signed signed) {
        String path = PercentEncoding.decode(request.path()).substring(1);
        int slash = path.indexOf('/');
        if (slash < 1 || slash == path.length() - 1) {
            return error(501, "NotImplemented", "A header you provided implies functionality that is not implemented");
        }
        String bucket = path.substring(0, slash);
        String key = path.substring(slash + 1);
        return switch (request.method()) {
            case "GET", "HEAD" -> get(signed.principal(), bucket, key, request.header("range"));
            case "PUT" -> put(signed, bucket, key);
            default -> error(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
        };
    }

    private Response get(Principal principal, String bucket, String key, Optional<String> range) {
        Optional<Response> denied = denial(principal, "s3:GetObject", bucket, key);
        if (denied.isPresent()) {
            return denied.get();
        }
        Optional<Content> content = buckets.get(bucket, key);
        if (content.isPresent()) {
            return range.map(RANGE::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> part(content.get(), matcher))
                    .orElseGet(() -> object(200, content.get().bytes()));
        }
        String missing = principal
                .policy()
                .denial("s3:ListBucket", "arn:aws:s3:::" + bucket)
                .map(reason -> message(principal, "s3:ListBucket", bucket, reason))
                .orElse("");
        return missing.isEmpty()
                ? error(404, "NoSuchKey", "The specified key does not exist.")
                : error(403, "AccessDenied", missing);
    }

    private Response put(Authentication.Signed signed, String bucket, String key) {
        return denial(signed.principal(), "s3:PutObject", bucket, key)
                .orElseGet(() -> buckets.put(bucket, key, signed.content())
                        ? Response.empty(200)
                                .with("x-amz-request-id", requestId())
                                .with("ETag", entityTag(signed.content().bytes()))
                        : error(503, "SlowDown", "Please reduce your request rate."));
    }

    private Optional<Response> denial(Principal principal, String action, String bucket, String key) {
        if (!buckets.exists(bucket)) {
            return Optional.of(error(404, "NoSuchBucket", "The specified bucket does not exist"));
        }
        return principal
                .policy()
                .denial(action, "arn:aws:s3:::" + bucket + "/" + key)
                .map(reason -> error(403, "AccessDenied", message(principal, action, bucket + "/" + key, reason)));
    }

    private static String message(Principal principal, String action, String resource, String reason) {
        return principal.notAuthorized(action, "\"arn:aws:s3:::" + resource + "\"") + " " + reason;
    }

    private static Response part(Content content, Matcher range) {
        int from = Integer.parseInt(range.group(1));
        int last = content.size() - 1;
        int to = range.group(2).isEmpty() ? last : Math.min(last, Integer.parseInt(range.group(2)));
        if (from > to) {
            return error(416, "InvalidRange", "The requested range is not satisfiable");
        }
        return object(206, Arrays.copyOfRange(content.bytes(), from, to + 1))
                .with("Content-Range", "bytes " + from + "-" + to + "/" + content.size());
    }

    private static Response object(int status, byte[] bytes) {
        return Response.of(status, "binary/octet-stream", bytes)
                .with("x-amz-request-id", requestId())
                .with("Accept-Ranges", "bytes")
                .with("ETag", entityTag(bytes));
    }

    private static String entityTag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(bytes);
            return "\"" + HexFormat.of().formatHex(hash) + "\"";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no MD5", e);
        }
    }

    private static Response refuse(Refusal refusal) {
        return switch (refusal) {
            case UNSIGNED -> error(403, "AccessDenied", "Access Denied");
            case UNKNOWN_KEY ->
                error(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
            case MALFORMED_TOKEN -> error(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
            case EXPIRED_SESSION -> error(400, "ExpiredToken", "The provided token has expired.");
            case WRONG_SIGNATURE ->
                error(
                        403,
                        "SignatureDoesNotMatch",
                        "The request signature we calculated does not match the signature you provided. Check your key and"
                                + " signing method.");
            case SKEWED_CLOCK ->
                error(
                        403,
                        "RequestTimeTooSkewed",
                        "The difference between the request time and the current time is too large.");
        };
    }

    private static Response error(int status, String code, String message) {
        String requestId = requestId();
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>" + Xml.element("Code", code)
                + Xml.element("Message", message) + Xml.element("RequestId", requestId) + "</Error>";
        return Response.of(status, "application/xml", body).with("x-amz-request-id", requestId);
    }

    private static String requestId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
    }
}
