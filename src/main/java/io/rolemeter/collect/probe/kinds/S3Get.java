package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads the first byte of an object. Needs {@code s3:GetObject}; with {@code s3:ListBucket} too, a missing object is told from
 * a denied one.
 *
 * <pre>{@code
 * s3-get: { bucket: source, key: health.txt }
 * }</pre>
 */
public final class S3Get implements ProbeKind {
    private static final String EMPTY_OBJECT = "InvalidRange";

    @Override
    public String name() {
        return "s3-get";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        S3Object object = S3Object.read(settings);
        return Probe.needing(
                scope -> List.of(object.grant("s3:GetObject", scope)),
                aws -> AwsCall.in(object.region(), aws, region -> {
                    try (S3Client s3 = aws.clients().s3(region, aws.role(), settings.timeout())) {
                        return firstByte(s3, object, settings.timeout());
                    }
                }));
    }

    /** An empty object has no first byte, and saying so takes the right to read it. */
    static Answer firstByte(S3Client s3, S3Object object, Duration timeout) {
        Answer done = new Answer.Done("read " + object);
        try {
            GetObjectResponse response = s3.getObjectAsBytes(request -> request.bucket(object.bucket())
                            .key(object.key())
                            .range("bytes=0-0")
                            .overrideConfiguration(settings -> settings.apiCallTimeout(timeout)))
                    .response();
            return S3Object.answer(response, done);
        } catch (S3Exception e) {
            if (!EMPTY_OBJECT.equals(e.awsErrorDetails().errorCode())) {
                throw e;
            }
            return done;
        }
    }
}
