package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.config.Section;
import io.rolemeter.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The method, headers and body of a request as the configuration has them. What the JDK's client would send otherwise, or not at
 * all, is a problem of the configuration.
 *
 * @param headers by name as it is written
 * @param body empty for none
 * @param json whether the body was written as anything but a text
 */
record RequestContent(String method, Map<String, String> headers, String body, boolean json) {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "x-amz-security-token");

    /** The JDK's client drops these in silence, and those that begin with {@code Sec-}. */
    private static final Set<String> DROPPED = Set.of(
            "access-control-request-headers",
            "access-control-request-method",
            "connection",
            "content-length",
            "content-transfer-encoding",
            "host",
            "keep-alive",
            "origin",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");

    private static final Pattern NAME = Pattern.compile("[\\w!#$%&'*+.^`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[ -~\\t]*");

    static RequestContent read(Section own) {
        Optional<JsonNode> tree = own.json("body");
        String body = tree.map(RequestContent::text).orElse("");
        return new RequestContent(
                method(own, body),
                headers(own),
                body,
                tree.isPresent() && !tree.get().isTextual());
    }

    /** A text stands for itself, anything else for its JSON. */
    static String text(JsonNode body) {
        return body.isTextual() ? body.textValue() : Json.write(body);
    }

    /** The JDK's client makes a POST of a GET with a body. */
    private static String method(Section own, String body) {
        String method = own.value(
                        "method",
                        "GET, HEAD, POST, PUT or DELETE",
                        text -> Optional.of(text).filter(METHODS::contains))
                .orElse(body.isEmpty() ? "GET" : "POST");
        if (method.equals("GET") && !body.isEmpty()) {
            own.reject("method", "HEAD, POST, PUT or DELETE, because a body cannot be sent with GET");
        }
        return method;
    }

    private static Map<String, String> headers(Section own) {
        Map<String, String> headers = new LinkedHashMap<>();
        Section section = own.section("headers");
        for (String name : section.keys()) {
            section.required(name, "a text of printable ASCII", RequestContent::value)
                    .ifPresent(value -> headers.put(name, value));
        }
        section.finish();
        headers.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                section.problem(name, "is no name of a header; expected letters, digits and \"-\"");
            } else if (dropped(name.toLowerCase(Locale.ROOT), value)) {
                section.problem(
                        name,
                        "cannot be sent, because the HTTP client sets or drops this header itself; expected any other");
            }
        });
        if (headers.keySet().stream().anyMatch(name -> CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)))) {
            own.problem("headers", "has a header for credentials; no secret ever belongs in the configuration");
        }
        return headers;
    }

    private static boolean dropped(String name, String value) {
        boolean closes = name.equals("connection") && value.equals("close");
        return !closes && (DROPPED.contains(name) || name.startsWith("sec-"));
    }

    private static Optional<String> value(String text) {
        return Optional.of(text).filter(VALUE.asMatchPredicate());
    }
}
