package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Asks for an object's size without reading it. Needs {@code s3:GetObject}. The answer to a HEAD has no body, so a refusal is
 * asked again as a read of the first byte, which says why.
 *
 * <pre>{@code
 * s3-head: { bucket: source, key: film.mp4, bytes: 957923 }   # bytes: the size that it must have; not checked without
 * }</pre>
 */
public final class S3Head implements ProbeKind {
    private static final Duration LEAST = Duration.ofMillis(1);

    @Override
    public String name() {
        return "s3-head";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        S3Object object = S3Object.read(settings);
        Optional<Long> bytes = settings.own().number("bytes", 0, Long.MAX_VALUE);
        return Probe.needing(
                scope -> List.of(object.grant("s3:GetObject", scope)),
                aws -> AwsCall.in(object.region(), aws, region -> {
                    try (S3Client s3 = aws.clients().s3(region, aws.role(), settings.timeout())) {
                        return new Call(s3, object, settings.timeout(), Allowed.with(settings)).head(bytes);
                    }
                }));
    }

    private record Call(S3Client s3, S3Object object, Duration timeout, Allowed allowed) {
        Answer head(Optional<Long> expected) {
            long start = System.nanoTime();
            try {
                HeadObjectResponse response =
                        s3.headObject(request -> request.bucket(object.bucket()).key(object.key()));
                return S3Object.answer(response, size(response, expected));
            } catch (S3Exception e) {
                return reason(e, timeout.minusNanos(System.nanoTime() - start));
            }
        }

        private Answer size(HeadObjectResponse response, Optional<Long> expected) {
            long bytes = response.contentLength() == null ? 0 : response.contentLength();
            return expected.filter(size -> size != bytes).isPresent()
                    ? allowed.unfit(object + " has " + bytes + " bytes, expected are " + expected.get())
                    : new Answer.Done(object + " has " + bytes + " bytes");
        }

        /** What a read throws or says instead; one that works leaves the refusal unexplained. */
        private Answer reason(S3Exception refused, Duration left) {
            Answer read = S3Get.firstByte(s3, object, left.compareTo(LEAST) < 0 ? LEAST : left);
            return read instanceof Answer.Done
                    ? allowed.unfit("HTTP " + refused.statusCode() + " for HEAD of " + object
                            + ", and its first byte can be read")
                    : read;
        }
    }
}
