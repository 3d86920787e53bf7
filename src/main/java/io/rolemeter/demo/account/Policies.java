package io.rolemeter.demo.account;

import java.util.List;

/** The rights that the principals of the made-up account have. */
final class Policies {

    /** Reads one bucket, writes another, assumes the viewer role: what the application needs and nothing else. */
    static final Policy LEAST_ROLE = Policy.none()
            .allow(List.of("s3:GetObject"), "arn:aws:s3:::source/*")
            .allow(List.of("s3:ListBucket"), "arn:aws:s3:::source", "arn:aws:s3:::output")
            .allow(List.of("s3:GetObject", "s3:PutObject"), "arn:aws:s3:::output/*")
            .allow(List.of("sts:AssumeRole"), Account.VIEWER_ARN)
            .allow(List.of("kinesisvideo:*"), Account.STREAM_ARN, Account.CHANNEL_ARN)
            .allow(List.of("access-analyzer:ValidatePolicy"), "*");

    /** The models that the application asks, wherever a cross-region profile sends the call. */
    static final String[] MODELS = {"arn:aws:bedrock:*"};

    /** The same profiles, and the models where the instance is. */
    static final String[] MODELS_HERE = {
        "arn:aws:bedrock:" + Account.REGION + ":" + Account.ID + ":inference-profile/*",
        "arn:aws:bedrock:" + Account.REGION + "::foundation-model/*"
    };

    /** The old user's policy grants more than the code uses: it may write to the source. */
    static final Policy GENEROUS_USER =
            Policy.none().allow(List.of("s3:*"), "*").allow(List.of("sts:AssumeRole"), Account.VIEWER_ARN);

    static final Policy VIEWER = Policy.none().allow(List.of("s3:GetObject"), "arn:aws:s3:::source/*");

    private Policies() {}
}
