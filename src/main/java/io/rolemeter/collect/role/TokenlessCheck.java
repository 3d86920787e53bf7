package io.rolemeter.collect.role;

import io.rolemeter.aws.ImdsAnswer;
import io.rolemeter.aws.ImdsClient;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.ImdsV1;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks the metadata service without a token, at most once an hour: each request that works counts in the instance's {@code
 * MetadataNoToken} metric, by which people look for programs that still use version 1.
 */
final class TokenlessCheck {
    private static final Duration REST = Duration.ofHours(1);
    /** Answers to this need no secret. */
    private static final String PATH = "/latest/meta-data/";

    private final ImdsClient imds;
    private final boolean enabled;
    private Optional<Instant> asked = Optional.empty();
    private Optional<ImdsAnswer> answer = Optional.empty();

    TokenlessCheck(ImdsClient imds, boolean enabled) {
        this.imds = imds;
        this.enabled = enabled;
    }

    void askIfDue(Instant now) {
        if (enabled && asked.map(at -> !now.isBefore(at.plus(REST))).orElse(true)) {
            asked = Optional.of(now);
            answer = Optional.of(imds.getWithoutToken(PATH));
        }
    }

    ImdsV1 v1() {
        return answer.map(it -> it instanceof ImdsAnswer.Failed failed
                        ? failed.failure() == ImdsFailure.UNAUTHORIZED ? ImdsV1.REFUSED : ImdsV1.UNKNOWN
                        : ImdsV1.ANSWERED)
                .orElse(ImdsV1.UNKNOWN);
    }

    /** Whether the service is there at all: any HTTP answer will do. */
    boolean answered() {
        return v1() != ImdsV1.UNKNOWN;
    }
}
