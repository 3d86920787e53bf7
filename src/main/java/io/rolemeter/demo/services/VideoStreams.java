package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.encoding.Json;
import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kinesis Video Streams with one stream, which is active and holds no media, and one channel for WebRTC. */
final class VideoStreams {
    private VideoStreams() {}

    static Response answer(Principal principal, Request request) {
        return switch (request.path()) {
            case "/describeStream" -> allowed(principal, "DescribeStream", Account.STREAM_ARN, described());
            case "/getDataEndpoint" ->
                allowed(principal, "GetDataEndpoint", Account.STREAM_ARN, Map.of("DataEndpoint", here(request)));
            case "/getHLSStreamingSessionURL" ->
                denied(principal, "GetHLSStreamingSessionURL", Account.STREAM_ARN)
                        .orElseGet(() -> Words.JSON.error(
                                404,
                                "ResourceNotFoundException",
                                "No fragments found in the stream for the streaming request."));
            case "/getSignalingChannelEndpoint" ->
                allowed(principal, "GetSignalingChannelEndpoint", Account.CHANNEL_ARN, endpoints(request));
            case "/v1/get-ice-server-config" ->
                allowed(
                        principal,
                        "GetIceServerConfig",
                        Account.CHANNEL_ARN,
                        Map.of("IceServerList", List.of(server(1), server(2))));
            default -> Words.JSON.error(404, "UnknownOperationException", "There is no such operation");
        };
    }

    private static Response allowed(Principal principal, String action, String resource, Map<String, Object> answer) {
        return denied(principal, action, resource)
                .orElseGet(() -> Response.of(200, "application/json", Json.compact(answer)));
    }

    private static Optional<Response> denied(Principal principal, String action, String resource) {
        return Words.JSON.denial(principal, "kinesisvideo:" + action, resource);
    }

    private static Map<String, Object> described() {
        return Map.of(
                "StreamInfo", Map.of("StreamARN", Account.STREAM_ARN, "Status", "ACTIVE", "DataRetentionInHours", 720));
    }

    private static Map<String, Object> endpoints(Request request) {
        return Map.of(
                "ResourceEndpointList",
                List.of(
                        Map.of("Protocol", "HTTPS", "ResourceEndpoint", here(request)),
                        Map.of(
                                "Protocol",
                                "WSS",
                                "ResourceEndpoint",
                                "wss://v-1a2b3c4d.kinesisvideo." + Account.REGION + ".amazonaws.com")));
    }

    private static Map<String, Object> server(int number) {
        return Map.of(
                "Uris",
                List.of("turn:10-0-1-" + number + ".t-1a2b3c4d.kinesisvideo." + Account.REGION + ".amazonaws.com:443"),
                "Username",
                "fake",
                "Password",
                "FAKE-turn-password-" + number,
                "Ttl",
                300);
    }

    private static String here(Request request) {
        return "http://" + request.header("host").orElse("127.0.0.1");
    }
}
