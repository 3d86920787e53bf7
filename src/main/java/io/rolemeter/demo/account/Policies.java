package io.rolemeter.demo.account;

import java.util.List;

/** The rights that the principals of the made-up account have. */
final class Policies {

    /** Reads one bucket, writes another, assumes the viewer role: what the application needs and nothing else. */
    static final Policy LEAST_ROLE = Policy.none()
            .allow(List.of("s3:GetObject"), "arn:aws:s3:::source/*")
            .allow(List.of("s3:ListBucket"), "arn:aws:s3:::source", "arn:aws:s3:::output")
            .allow(List.of("s3:GetObject", "s3:PutObject"), "arn:aws:s3:::output/*")
            .allow(List.of("sts:AssumeRole"), Account.VIEWER_ARN);

    /** The old user's policy grants more than the code uses: it may write to the source. */
    static final Policy GENEROUS_USER =
            Policy.none().allow(List.of("s3:*"), "*").allow(List.of("sts:AssumeRole"), Account.VIEWER_ARN);

    static final Policy VIEWER = Policy.none().allow(List.of("s3:GetObject"), "arn:aws:s3:::source/*");

    private Policies() {}
}
