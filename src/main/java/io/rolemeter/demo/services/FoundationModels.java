package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.encoding.Json;
import io.rolemeter.demo.encoding.PercentEncoding;
import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bedrock: two chat models behind cross-region profiles, of which the larger is always run elsewhere, and one for embeddings. */
final class FoundationModels {
    private static final String CALL = "bedrock:InvokeModel";
    private static final String PREFIX = "us.";
    private static final Pattern PATH = Pattern.compile("/model/([^/]+)/(converse|invoke)");
    private static final String LARGER = "amazon.nova-pro-v1:0";
    private static final Set<String> MODELS = Set.of("amazon.nova-lite-v1:0", LARGER, "amazon.titan-embed-text-v2:0");

    private FoundationModels() {}

    static Response answer(Principal principal, Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Words.JSON.error(404, "UnknownOperationException", "There is no such operation");
        }
        String id = PercentEncoding.decode(path.group(1));
        boolean profile = id.startsWith(PREFIX);
        String model = profile ? id.substring(PREFIX.length()) : id;
        if (!MODELS.contains(model)) {
            return Words.JSON.error(400, "ValidationException", "The provided model identifier is invalid.");
        }
        return (profile ? denial(principal, arn(Account.REGION, Account.ID, "inference-profile/" + id)) : allowed())
                .or(() -> denial(principal, arn(region(profile, model), "", "foundation-model/" + model)))
                .orElseGet(() -> Response.of(200, "application/json", Json.compact(result(path.group(2)))));
    }

    private static Optional<Response> allowed() {
        return Optional.empty();
    }

    private static Optional<Response> denial(Principal principal, String resource) {
        return Words.JSON.denial(principal, CALL, resource);
    }

    private static String region(boolean profile, String model) {
        return profile && model.equals(LARGER) ? "us-west-2" : Account.REGION;
    }

    private static String arn(String region, String account, String resource) {
        return "arn:aws:bedrock:" + region + ":" + account + ":" + resource;
    }

    private static Map<String, Object> result(String operation) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (operation.equals("invoke")) {
            result.put("embedding", Collections.nCopies(1024, 0));
            return result;
        }
        result.put("output", Map.of("message", Map.of("role", "assistant", "content", List.of(Map.of("text", "OK")))));
        result.put("stopReason", "max_tokens");
        return result;
    }
}
