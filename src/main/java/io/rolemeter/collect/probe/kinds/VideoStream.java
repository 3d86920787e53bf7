package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Scope;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stream of Kinesis Video Streams.
 *
 * @param stream its name or its ARN
 * @param region where it is not the instance's
 */
record VideoStream(String stream, Optional<String> region) {
    static VideoStream read(ProbeSettings settings) {
        Section own = settings.own();
        return new VideoStream(own.required("stream"), own.region("region"));
    }

    /** Its ARN, in which AWS puts the time of creation last. */
    String arn(Scope scope) {
        return scope.in(region).arn("kinesisvideo", "stream/" + stream + "/*");
    }

    /** What names it in a request, and more members. */
    String body(Map<String, String> more) {
        Map<String, String> members = new TreeMap<>(more);
        members.put(stream.startsWith("arn:") ? "StreamARN" : "StreamName", stream);
        return JsonBody.write(members);
    }

    @Override
    public String toString() {
        return "stream " + stream;
    }
}
