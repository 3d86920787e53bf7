package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.aws.ApiRequest;
import io.rolemeter.aws.ApiService;
import io.rolemeter.aws.AwsAccess;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Kinesis Video Streams in one region: asked with the role's credentials, each request within the same time. */
record VideoCall(AwsAccess aws, ApiService service, Duration timeout) {
    static VideoCall in(String region, AwsAccess aws, Duration timeout) {
        return new VideoCall(aws, ApiService.of("kinesisvideo", region), timeout);
    }

    /**
     * The answer to one request.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when it is not one of success
     */
    JsonNode post(String path, String body) {
        ApiRequest request = ApiRequest.rest(service, "POST", path, body);
        return JsonBody.read(
                aws.clients().call(request, aws.role(), timeout).orThrow().body());
    }

    /** The same at the host that an answer names; empty where that is no host of AWS's. */
    Optional<VideoCall> at(JsonNode endpoint) {
        return uri(endpoint.asText(""))
                .filter(uri -> aws.clients().trusts(uri, service))
                .map(uri -> new VideoCall(aws, service.at(uri), timeout));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
