package io.rolemeter.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The calls that this program makes, each with a client of its own, and how they fail. */
record Calls(AwsClients clients, Duration timeout) {
    static final String OBJECT = "/source/health.txt";
    private static final RoleCredentials CREDENTIALS = credentials();

    Calls(AwsClients clients) {
        this(clients, StubbedAws.PATIENCE);
    }

    AwsFailure callerIdentity() {
        return failure(() -> {
            try (StsClient sts = clients.sts(StubbedAws.REGION, CREDENTIALS, timeout)) {
                String arn = sts.getCallerIdentity().arn();
                if (arn == null) {
                    throw SdkClientException.create("an answer that names nobody");
                }
                return "an answer: " + arn;
            }
        });
    }

    AwsFailure getObject() {
        return onS3(s3 -> "an object of "
                + s3.getObjectAsBytes(call -> call.bucket("source").key("health.txt"))
                        .asByteArray()
                        .length
                + " bytes");
    }

    AwsFailure putObject() {
        return onS3(s3 -> "written: "
                + s3.putObject(call -> call.bucket("source").key("health.txt"), RequestBody.fromString("x"))
                        .eTag());
    }

    private AwsFailure onS3(Function<S3Client, String> call) {
        return failure(() -> {
            try (S3Client s3 = clients.s3(StubbedAws.REGION, CREDENTIALS, timeout)) {
                return call.apply(s3);
            }
        });
    }

    private interface Call {
        String run();
    }

    /** Nothing but an {@link SdkException} may come out of a call. */
    private static AwsFailure failure(Call call) {
        try {
            throw new AssertionError("no failure but " + call.run());
        } catch (SdkException e) {
            return AwsFailure.of(e);
        }
    }

    private static RoleCredentials credentials() {
        RoleCredentials credentials = new RoleCredentials();
        credentials.hold(StubbedAws.KEY_ID, StubbedAws.SECRET, StubbedAws.TOKEN, Instant.MAX);
        return credentials;
    }
}
