package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rolemeter.collect.probe.Scope;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * A channel that carries the signals of WebRTC.
 *
 * @param arn how the APIs name it; asking for the ARN of a name would need one more permission
 * @param role who asks: {@code VIEWER} or {@code MASTER}
 */
record SignalingChannel(String arn, String role) {
    private static final int REGION = 3;

    static SignalingChannel read(ProbeSettings settings) {
        Section own = settings.own();
        String expected =
                "the ARN of a channel, such as arn:aws:kinesisvideo:us-east-1:111122223333:channel/camera-1/1";
        String arn = own.required(
                        "channel_arn",
                        expected,
                        text -> Optional.of(text)
                                .filter(one ->
                                        one.matches("arn:aws[a-z-]*:kinesisvideo:[a-z0-9-]+:\\d{12}:channel/\\S+")))
                .orElse("");
        String role = own.value(
                        "role",
                        "VIEWER or MASTER",
                        text -> Optional.of(text).filter(List.of("VIEWER", "MASTER")::contains))
                .orElse("VIEWER");
        return new SignalingChannel(arn, role);
    }

    Optional<String> region() {
        return Optional.of(arn.split(":", -1)[REGION]);
    }

    String arn(Scope scope) {
        return scope.arn("kinesisvideo", arn);
    }

    /** Where its endpoints are: a list of protocol and URL. */
    JsonNode endpoints(VideoCall video) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("ChannelARN", arn);
        request.putObject("SingleMasterChannelEndpointConfiguration")
                .put("Role", role)
                .putArray("Protocols")
                .add("WSS")
                .add("HTTPS");
        return video.post("/getSignalingChannelEndpoint", Json.write(request)).path("ResourceEndpointList");
    }

    /** The URL of one protocol in such a list; a missing node without. */
    static JsonNode endpoint(JsonNode endpoints, String protocol) {
        for (JsonNode endpoint : endpoints) {
            if (endpoint.path("Protocol").asText().equals(protocol)) {
                return endpoint.path("ResourceEndpoint");
            }
        }
        return endpoints.path(-1);
    }

    @Override
    public String toString() {
        return "channel " + arn.substring(arn.indexOf('/') + 1);
    }
}
