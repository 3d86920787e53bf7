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
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Opens a live HLS session of a video stream, and drops its URL unread: whoever has it sees the video. A camera that sends
 * nothing leaves nothing to play, which proves the permission and no more: then the probe is skipped, unless it had to be denied.
 * Needs {@code
 * kinesisvideo:GetDataEndpoint} and {@code kinesisvideo:GetHLSStreamingSessionURL}. Free; only played media costs.
 *
 * <pre>{@code
 * kvs-hls: { stream: camera-1 }   # name or ARN
 * }</pre>
 */
public final class KvsHls implements ProbeKind {
    private static final String NOTHING_TO_PLAY = "No fragments found in the stream";

    /** What is answered when all is allowed, and what the stream holds cannot be played. */
    private static final Set<String> NOT_PLAYABLE = Set.of(
            "MissingCodecPrivateDataException",
            "InvalidCodecPrivateDataException",
            "NoDataRetentionException",
            "UnsupportedStreamMediaTypeException");

    @Override
    public String name() {
        return "kvs-hls";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        VideoStream stream = VideoStream.read(settings);
        return Probe.needing(
                scope -> List.of(new Grant(
                        List.of("kinesisvideo:GetDataEndpoint", "kinesisvideo:GetHLSStreamingSessionURL"),
                        List.of(stream.arn(scope)))),
                aws -> AwsCall.in(
                        stream.region(),
                        aws,
                        region -> ask(
                                VideoCall.in(region, aws, settings.timeout().dividedBy(2)),
                                stream,
                                Allowed.with(settings))));
    }

    private static Answer ask(VideoCall video, VideoStream stream, Allowed allowed) {
        JsonNode place =
                video.post("/getDataEndpoint", stream.body(Map.of("APIName", "GET_HLS_STREAMING_SESSION_URL")));
        Optional<VideoCall> data = video.at(place.path("DataEndpoint"));
        return data.isEmpty()
                ? Answer.Refused.unexpected("the data endpoint of " + stream + " is no host of AWS's")
                : open(data.get(), stream, allowed);
    }

    private static Answer open(VideoCall data, VideoStream stream, Allowed allowed) {
        try {
            JsonNode answer = data.post("/getHLSStreamingSessionURL", stream.body(Map.of("PlaybackMode", "LIVE")));
            return answer.path("HLSStreamingSessionURL").asText("").startsWith("http")
                    ? new Answer.Done("opened an HLS session of " + stream + "; its URL was dropped")
                    : Answer.Refused.unexpected("no URL of an HLS session of " + stream + " was answered");
        } catch (AwsServiceException e) {
            return permitted(e, stream).map(allowed::nothing).orElseThrow(() -> e);
        }
    }

    /** Why there is nothing to play, where that is all that AWS says. */
    private static Optional<String> permitted(AwsServiceException answered, VideoStream stream) {
        String code = answered.awsErrorDetails() == null
                ? ""
                : answered.awsErrorDetails().errorCode();
        String message = answered.awsErrorDetails() == null
                ? ""
                : answered.awsErrorDetails().errorMessage();
        if (message.contains(NOTHING_TO_PLAY)) {
            return Optional.of(
                    "no active stream data: " + stream + " holds no fragments to play; the permission is there");
        }
        return NOT_PLAYABLE.contains(code)
                ? Optional.of("what " + stream + " holds cannot be played (" + code + "); the permission is there")
                : Optional.empty();
    }
}
