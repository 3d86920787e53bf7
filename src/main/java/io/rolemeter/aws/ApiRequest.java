package io.rolemeter.aws;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * One request to an AWS API before it is signed, in the form that the service's protocol wants.
 *
 * @param method {@code GET}, {@code HEAD}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param path begins with a slash, and is percent-encoded where it must be
 * @param query by name, not encoded
 * @param body empty for none
 */
public record ApiRequest(
        ApiService service,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {
    private static final String CONTENT_TYPE = "Content-Type";

    public ApiRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** The query protocol: STS, EC2, IAM, SNS and their like. */
    public static ApiRequest query(ApiService service, String action, String version, Map<String, String> parameters) {
        String form = "Action=" + action + "&Version=" + version
                + new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(one -> "&" + SdkHttpUtils.urlEncode(one.getKey()) + "="
                                        + SdkHttpUtils.urlEncode(one.getValue()))
                                .collect(Collectors.joining());
        Map<String, String> headers = Map.of(CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8");
        return new ApiRequest(service, "POST", "/", Map.of(), headers, form);
    }

    /**
     * The JSON protocols: DynamoDB, ECS, KMS and their like.
     *
     * @param target the value of {@code X-Amz-Target}
     * @param version {@code 1.0} or {@code 1.1}
     */
    public static ApiRequest json(ApiService service, String target, String version, String body) {
        Map<String, String> headers = Map.of("X-Amz-Target", target, CONTENT_TYPE, "application/x-amz-json-" + version);
        return new ApiRequest(service, "POST", "/", Map.of(), headers, body);
    }

    /** REST with JSON: Kinesis Video Streams, Bedrock, Access Analyzer and their like. */
    public static ApiRequest rest(ApiService service, String method, String path, String body) {
        Map<String, String> headers = body.isEmpty() ? Map.of() : Map.of(CONTENT_TYPE, "application/json");
        return new ApiRequest(service, method, path, Map.of(), headers, body);
    }

    /** Percent-encodes one segment of a path, slashes too. */
    public static String segment(String text) {
        return SdkHttpUtils.urlEncode(text);
    }

    /** The same request with a query and more headers; a header of the same name is replaced. */
    public ApiRequest with(Map<String, String> otherQuery, Map<String, String> moreHeaders) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.putAll(moreHeaders);
        return new ApiRequest(service, method, path, otherQuery, all, body);
    }

    SdkHttpMethod httpMethod() {
        return SdkHttpMethod.fromValue(method.toUpperCase(Locale.ROOT));
    }
}
