package io.rolemeter.demo.account;

import java.util.List;

/** What the instance's role may do in a scenario. */
public enum Rights {
    /** What the application needs and nothing else. */
    LEAST(Policies.LEAST_ROLE.allow(List.of("bedrock:InvokeModel"), Policies.MODELS)),
    /** The same, with its chat models in the instance's own region only. */
    ONE_REGION(Policies.LEAST_ROLE.allow(List.of("bedrock:InvokeModel"), Policies.MODELS_HERE)),
    /** Whatever S3 and EC2 have to offer. */
    GENEROUS(Policies.LEAST_ROLE.allow(List.of("s3:*", "ec2:*"), "*")),
    /** Somebody has revoked the role's sessions. */
    REVOKED(Policies.LEAST_ROLE.deny(List.of("*"), "*"));

    final Policy policy;

    Rights(Policy policy) {
        this.policy = policy;
    }
}
