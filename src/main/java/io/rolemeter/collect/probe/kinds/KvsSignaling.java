package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import java.util.List;

/**
 * Asks where a WebRTC channel is signaled: there must be an HTTPS and a WSS endpoint. Needs {@code
 * kinesisvideo:GetSignalingChannelEndpoint}. Costs a fraction of a cent a thousand runs; the channel counts as active in its
 * month.
 *
 * <pre>{@code
 * kvs-signaling: { channel_arn: "arn:aws:kinesisvideo:us-east-1:111122223333:channel/camera-1/1", role: VIEWER }
 * }</pre>
 */
public final class KvsSignaling implements ProbeKind {
    @Override
    public String name() {
        return "kvs-signaling";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        SignalingChannel channel = SignalingChannel.read(settings);
        return Probe.needing(
                scope -> List.of(Grant.of("kinesisvideo:GetSignalingChannelEndpoint", channel.arn(scope))),
                aws -> AwsCall.in(
                        channel.region(),
                        aws,
                        region -> judge(
                                channel.endpoints(VideoCall.in(region, aws, settings.timeout())),
                                channel,
                                Allowed.with(settings))));
    }

    private static Answer judge(JsonNode endpoints, SignalingChannel channel, Allowed allowed) {
        for (String protocol : List.of("HTTPS", "WSS")) {
            if (SignalingChannel.endpoint(endpoints, protocol).asText("").isEmpty()) {
                String missing = channel + " has no " + protocol + " endpoint";
                return endpoints.isArray() ? allowed.unfit(missing) : Answer.Refused.unexpected(missing);
            }
        }
        return new Answer.Done(channel + " has its HTTPS and WSS endpoints");
    }
}
