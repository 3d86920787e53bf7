package io.rolemeter.collect.probe;

import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.AwsFailure;
import io.rolemeter.model.DeniedCall;
import io.rolemeter.model.FailureReason;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;

/** A probe that asks AWS with the credentials of the instance's role, and with no others. */
public final class AwsCall {
    private AwsCall() {}

    /**
     * Calls with the region of the probe, else of the instance. Without a region or without credentials nothing is sent.
     *
     * @param call gets the region; what it throws becomes the answer
     */
    public static Answer in(Optional<String> ownRegion, AwsAccess aws, Function<String, Answer> call) {
        Optional<String> region = ownRegion.or(aws::region);
        if (region.isEmpty()) {
            return new Answer.Refused(FailureReason.INVALID_REQUEST, "no region is known: set region or aws.region");
        }
        if (!aws.role().present()) {
            return new Answer.Refused(
                    FailureReason.NO_CREDENTIALS, "the metadata service has given no credentials to ask with");
        }
        try {
            return call.apply(region.get());
        } catch (SdkException e) {
            AwsFailure failure = AwsFailure.of(e);
            return new Answer.Refused(
                    failure.reason(),
                    failure.detail(),
                    failure.denied().map(denied -> new DeniedCall(region.get(), denied)));
        }
    }
}
