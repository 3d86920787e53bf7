package io.rolemeter.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.json.Json;
import io.rolemeter.model.FailureReason;
import java.util.List;
import java.util.Optional;

/**
 * The code and message of an answer that is an error, in any protocol: the header or members of the JSON ones, the elements of
 * the query protocol, of EC2 and of S3.
 *
 * @param code without what surrounds it in some protocols; never empty
 * @param message as AWS wrote it, so not fit to be shown
 */
public record ApiError(String code, String message) {
    private static final List<String> CODES = List.of("__type", "code", "Code", "errorCode");
    private static final List<String> MESSAGES = List.of("message", "Message", "errorMessage");

    /** @param type the header {@code x-amzn-ErrorType}, which comes before what the body says */
    static Optional<ApiError> read(Optional<String> type, String body) {
        Optional<JsonNode> json = Json.read(body).filter(JsonNode::isObject);
        String message = json.flatMap(tree -> first(tree, MESSAGES)).orElse("");
        return type.map(ApiError::bare)
                .filter(code -> !code.isEmpty())
                .or(() -> json.flatMap(tree -> first(tree, CODES)).map(ApiError::bare))
                .filter(code -> !code.isEmpty())
                .map(code -> new ApiError(code, message))
                .or(() -> Xml.parse(body).flatMap(ApiError::of));
    }

    /** Whether this code, in any service, says that the caller may not do what it asked for. */
    public static boolean denies(String code) {
        return ErrorCodes.reason(code, "") == FailureReason.DENIED;
    }

    private static Optional<ApiError> of(Xml document) {
        return document.named("Error")
                .flatMap(error -> error.text("Code")
                        .filter(code -> !code.isEmpty())
                        .map(code -> new ApiError(code, error.text("Message").orElse(""))));
    }

    private static Optional<String> first(JsonNode tree, List<String> names) {
        return names.stream()
                .map(tree::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** From {@code com.amazon.coral.service#AccessDeniedException:http://…} the middle. */
    private static String bare(String code) {
        int colon = code.indexOf(':');
        String before = colon < 0 ? code : code.substring(0, colon);
        return before.substring(before.indexOf('#') + 1).strip();
    }
}
