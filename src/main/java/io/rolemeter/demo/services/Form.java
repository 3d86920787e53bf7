package io.rolemeter.demo.services;

import io.rolemeter.demo.encoding.PercentEncoding;
import io.rolemeter.demo.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a request in the query protocol. */
final class Form {
    private Form() {}

    static Map<String, String> of(Request request) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : new String(request.body(), StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        PercentEncoding.decode(pair.substring(0, equals)),
                        PercentEncoding.decode(pair.substring(equals + 1).replace('+', ' ')));
            }
        }
        return parameters;
    }
}
