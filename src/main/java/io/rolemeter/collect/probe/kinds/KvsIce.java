package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for the TURN servers of a WebRTC channel, counts them, and drops their passwords unread. Needs {@code
 * kinesisvideo:GetSignalingChannelEndpoint} and {@code kinesisvideo:GetIceServerConfig}. Costs a fraction of a cent a thousand
 * runs; the channel counts as active in its month.
 *
 * <pre>{@code
 * kvs-ice: { channel_arn: "arn:aws:kinesisvideo:us-east-1:111122223333:channel/camera-1/1", servers: 2 }   # servers: at least
 * }</pre>
 */
public final class KvsIce implements ProbeKind {
    @Override
    public String name() {
        return "kvs-ice";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        SignalingChannel channel = SignalingChannel.read(settings);
        long servers = settings.own().number("servers", 1, 100).orElse(1L);
        return Probe.needing(
                scope -> List.of(new Grant(
                        List.of("kinesisvideo:GetSignalingChannelEndpoint", "kinesisvideo:GetIceServerConfig"),
                        List.of(channel.arn(scope)))),
                aws -> AwsCall.in(
                        channel.region(),
                        aws,
                        region -> ask(
                                        VideoCall.in(
                                                region, aws, settings.timeout().dividedBy(2)),
                                        channel)
                                .map(list -> judge(list, channel, servers, Allowed.with(settings)))
                                .orElseGet(() -> Answer.Refused.unexpected(
                                        "the HTTPS endpoint of " + channel + " is no host of AWS's"))));
    }

    /** The servers; empty where they may not be asked for. */
    private static Optional<JsonNode> ask(VideoCall video, SignalingChannel channel) {
        String request = JsonBody.write(Map.of("ChannelARN", channel.arn(), "Service", "TURN"));
        return video.at(SignalingChannel.endpoint(channel.endpoints(video), "HTTPS"))
                .map(signaling ->
                        signaling.post("/v1/get-ice-server-config", request).path("IceServerList"));
    }

    private static Answer judge(JsonNode list, SignalingChannel channel, long expected, Allowed allowed) {
        int servers = list.size();
        String counted = channel + " has " + servers + (servers == 1 ? " ICE server" : " ICE servers");
        if (servers >= expected) {
            return new Answer.Done(counted + "; their passwords were dropped");
        }
        String tooFew = counted + "; expected are at least " + expected;
        return list.isArray() ? allowed.unfit(tooFew) : Answer.Refused.unexpected(tooFew);
    }
}
