package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Writes a small object, over the one that is there: without a key, to {@code rolemeter/} and the probe's name. Needs {@code s3:PutObject}. But for
 * {@link AwsApi}, nothing else in this program changes anything at AWS; with {@code expect: denied} it should not either.
 *
 * <pre>{@code
 * s3-put: { bucket: output }
 * }</pre>
 */
public final class S3Put implements ProbeKind {
    private static final String CONTENT = "Written by a Rolemeter smoke probe; may be deleted.\n";

    @Override
    public String name() {
        return "s3-put";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        S3Object object = S3Object.readOrOwn(settings);
        return Probe.needing(
                scope -> List.of(object.grant("s3:PutObject", scope)),
                aws -> AwsCall.in(object.region(), aws, region -> {
                    try (S3Client s3 = aws.clients().s3(region, aws.role(), settings.timeout())) {
                        PutObjectResponse response = s3.putObject(
                                request -> request.bucket(object.bucket()).key(object.key()),
                                RequestBody.fromString(CONTENT));
                        return S3Object.answer(response, new Answer.Done("wrote " + object));
                    }
                }));
    }
}
