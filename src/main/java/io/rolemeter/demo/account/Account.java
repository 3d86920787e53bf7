package io.rolemeter.demo.account;

/** The made-up AWS account that every scenario plays in. */
public final class Account {

    static final long NUMBER = 111_122_223_333L;
    public static final String ID = "111122223333";
    public static final String REGION = "us-east-1";
    public static final String AVAILABILITY_ZONE = "us-east-1a";
    /** Another instance of the same account. */
    public static final String NEIGHBOUR_ID = "i-0fedcba9876543210";

    public static final String INSTANCE_ID = "i-0a1b2c3d4e5f67890";

    public static final String ROLE = "app-backend-role";
    static final String ROLE_ID = "AROARTX3GSDSRBACKEND2";
    public static final String PROFILE_ARN = "arn:aws:iam::" + ID + ":instance-profile/app-backend-profile";
    public static final String PROFILE_ID = "AIPARTX3GSDSRPROFILE2";
    public static final String RECREATED_PROFILE_ID = "AIPARTX3GSDSRPROFILE3";

    public static final String ROOT_ARN = "arn:aws:iam::" + ID + ":root";
    public static final String USER_ARN = "arn:aws:iam::" + ID + ":user/app-backend";
    static final String USER_ID = "AIDARTX3GSDSRFAKEUSR2";

    public static final String VIEWER = "viewer";
    static final String VIEWER_ID = "AROARTX3GSDSRVIEWERS2";
    public static final String VIEWER_ARN = "arn:aws:iam::" + ID + ":role/" + VIEWER;

    public static final String STREAM_ARN =
            "arn:aws:kinesisvideo:" + REGION + ":" + ID + ":stream/camera-1/1700000000000";
    public static final String CHANNEL_ARN =
            "arn:aws:kinesisvideo:" + REGION + ":" + ID + ":channel/camera-1/1700000000000";

    private Account() {}
}
