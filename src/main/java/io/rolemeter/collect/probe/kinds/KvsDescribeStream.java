package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.model.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for the state of a video stream, which must be {@code ACTIVE}, and keep its media long enough. Needs {@code
 * kinesisvideo:DescribeStream}. Free.
 *
 * <pre>{@code
 * kvs-describe-stream: { stream: camera-1, retention_hours: 720 }   # stream: name or ARN; retention_hours: at least
 * }</pre>
 */
public final class KvsDescribeStream implements ProbeKind {
    private static final int TEN_YEARS_OF_HOURS = 87_600;

    @Override
    public String name() {
        return "kvs-describe-stream";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        VideoStream stream = VideoStream.read(settings);
        Optional<Long> retention = settings.own().number("retention_hours", 0, TEN_YEARS_OF_HOURS);
        return Probe.needing(
                scope -> List.of(Grant.of("kinesisvideo:DescribeStream", stream.arn(scope))),
                aws -> AwsCall.in(stream.region(), aws, region -> {
                    VideoCall video = VideoCall.in(region, aws, settings.timeout());
                    JsonNode answer = video.post("/describeStream", stream.body(Map.of()));
                    return judge(answer.path("StreamInfo"), stream, retention, Allowed.with(settings));
                }));
    }

    private static Answer judge(JsonNode info, VideoStream stream, Optional<Long> retention, Allowed allowed) {
        String status = SafeText.of(info.path("Status").asText(""));
        if (status.isEmpty()) {
            return Answer.Refused.unexpected(stream + " is described without a status; expected is ACTIVE");
        }
        if (!status.equals("ACTIVE")) {
            return allowed.unfit(stream + " is " + status + "; expected is ACTIVE");
        }
        long hours = info.path("DataRetentionInHours").asLong(0);
        return retention.filter(least -> hours < least).isPresent()
                ? allowed.unfit(
                        stream + " keeps its media for " + hours + " hours; expected are at least " + retention.get())
                : new Answer.Done(stream + " is ACTIVE and keeps its media for " + hours + " hours");
    }
}
