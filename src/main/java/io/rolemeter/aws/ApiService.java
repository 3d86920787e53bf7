package io.rolemeter.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * One service in one region.
 *
 * @param name what its host name begins with, such as {@code bedrock-runtime}; the key of {@code aws.endpoints}
 * @param signingName what its requests are signed for, such as {@code bedrock}
 * @param endpoint where an earlier answer said that it is, scheme and host; empty for the usual place
 */
public record ApiService(String name, String signingName, String region, Optional<URI> endpoint) {
    /** The services that are signed for under another name than their host's. */
    private static final Map<String, String> SIGNING_NAMES = Map.ofEntries(
            Map.entry("api.ecr", "ecr"),
            Map.entry("api.pricing", "pricing"),
            Map.entry("api.sagemaker", "sagemaker"),
            Map.entry("bedrock-agent", "bedrock"),
            Map.entry("bedrock-agent-runtime", "bedrock"),
            Map.entry("bedrock-runtime", "bedrock"),
            Map.entry("data.iot", "iotdata"),
            Map.entry("email", "ses"),
            Map.entry("entitlement.marketplace", "aws-marketplace"),
            Map.entry("metering.marketplace", "aws-marketplace"),
            Map.entry("models.lex", "lex"),
            Map.entry("runtime.lex", "lex"),
            Map.entry("runtime.sagemaker", "sagemaker"),
            Map.entry("streams.dynamodb", "dynamodb"));

    public static ApiService of(String name, String region) {
        return new ApiService(name, SIGNING_NAMES.getOrDefault(name, name), region, Optional.empty());
    }

    public ApiService signedAs(String other) {
        return new ApiService(name, other, region, endpoint);
    }

    /** The same service where an answer of it said that it is. */
    public ApiService at(URI where) {
        return new ApiService(name, signingName, region, Optional.of(where));
    }
}
