package io.rolemeter.demo.signing;

import io.rolemeter.demo.encoding.PercentEncoding;
import io.rolemeter.demo.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes what the signature of a request should be (AWS Signature Version 4, in the Authorization header). */
final class Signature {

    private final Authorization authorization;
    private final String time;
    private final byte[] key;

    /** {@code time} is the request's {@code X-Amz-Date}. */
    Signature(Authorization authorization, String time, String secret) {
        this.authorization = authorization;
        this.time = time;
        Authorization.Scope scope = authorization.scope();
        byte[] derived = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {scope.date(), scope.region(), scope.service(), "aws4_request"}) {
            derived = hmac(derived, part);
        }
        this.key = derived;
    }

    /** The signature of the whole request. */
    String of(Request request) {
        return sign("AWS4-HMAC-SHA256\n" + time + "\n" + authorization.scope() + "\n"
                + sha256(canonical(request).getBytes(StandardCharsets.UTF_8)));
    }

    /** The signature of one piece of a body that is signed piece by piece. */
    String ofPiece(String algorithm, String previous, String hashes) {
        return sign(algorithm + "\n" + time + "\n" + authorization.scope() + "\n" + previous + "\n" + hashes);
    }

    String canonical(Request request) {
        String headers = authorization.signedHeaders().stream()
                .map(name -> name + ":" + value(request, name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                path(request),
                query(request.query()),
                headers,
                String.join(";", authorization.signedHeaders()),
                payload(request));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256", e);
        }
    }

    private String path(Request request) {
        boolean encodedOnce = authorization.scope().service().equals("s3");
        String path = encodedOnce ? PercentEncoding.decode(request.path()) : request.path();
        return PercentEncoding.encode(path, "/");
    }

    private static String payload(Request request) {
        return request.header("x-amz-content-sha256").orElseGet(() -> sha256(request.body()));
    }

    private static String value(Request request, String name) {
        return request.headers(name).stream()
                .map(value -> value.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    private static String query(String query) {
        if (query.isEmpty()) {
            return "";
        }
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    String value = equals < 0 ? "" : pair.substring(equals + 1);
                    return recode(name) + "=" + recode(value);
                })
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String recode(String text) {
        return PercentEncoding.encode(PercentEncoding.decode(text), "");
    }

    private String sign(String stringToSign) {
        return HexFormat.of().formatHex(hmac(key, stringToSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no HmacSHA256", e);
        }
    }
}
