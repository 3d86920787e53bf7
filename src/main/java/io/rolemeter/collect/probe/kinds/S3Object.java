package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Scope;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.model.FailureReason;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Response;

/** The settings that all S3 probes have: {@code bucket}, {@code key}, and {@code region} where it is not the instance's. */
record S3Object(String bucket, String key, Optional<String> region) {
    private static final Pattern BUCKET =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}|arn:aws[a-z-]*:s3[a-z-]*:\\S+");

    private static final String PREFIX = "rolemeter/";
    private static final String REQUEST_ID = "x-amz-request-id";

    static S3Object read(ProbeSettings settings) {
        return read(settings, Optional.empty());
    }

    /** The same where the key may be left out, for one below a prefix of this program's own. */
    static S3Object readOrOwn(ProbeSettings settings) {
        return read(settings, Optional.of(PREFIX + settings.name()));
    }

    private static S3Object read(ProbeSettings settings, Optional<String> standardKey) {
        Section own = settings.own();
        String bucket = own.required("bucket");
        if (!bucket.isEmpty() && !BUCKET.matcher(bucket).matches()) {
            own.reject("bucket", "the name of a bucket, or the ARN of an access point");
        }
        String key = standardKey.isPresent() && !own.has("key") ? standardKey.get() : own.required("key");
        return new S3Object(bucket, key, own.region("region"));
    }

    /** What an answer without an error means: {@code done}, if it is from S3, which puts an id on every answer. */
    static Answer answer(S3Response response, Answer done) {
        SdkHttpResponse http = response.sdkHttpResponse();
        return http.firstMatchingHeader(REQUEST_ID).isPresent()
                ? done
                : new Answer.Refused(
                        FailureReason.UNEXPECTED_ANSWER,
                        "HTTP " + http.statusCode()
                                + " without the request id that S3 sends: something else answers there");
    }

    /**
     * What a policy must allow for an action on it. {@code s3:ListBucket} is not part of it: it only turns the 403 for an object
     * that is missing into a 404, and a probe whose object is missing fails either way. To list a bucket is more than the probe,
     * and perhaps the application, should be able to do.
     */
    Grant grant(String action, Scope scope) {
        String resource = bucket.startsWith("arn:") ? bucket + "/object/" + key : bucket + "/" + key;
        return Grant.of(action, scope.unowned().arn("s3", resource));
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
