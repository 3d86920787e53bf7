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

    private Optional<Instant> asked = Optional.empty();
    private ImdsV1 answer = ImdsV1.UNKNOWN;
    private boolean silent;

    /**
     * Tokens are handed out.
     *
     * @param imds empty where the configuration wants no such question; then nothing is known
     */
    void tokensArrive(Optional<ImdsClient> imds, Instant now) {
        silent = false;
        askIfDue(imds, now);
    }

    /** Requests for a token are not answered; asks anew when they were before, since the service itself may be gone. */
    void tokensDoNotArrive(Optional<ImdsClient> imds, Instant now) {
        if (!silent) {
            asked = Optional.empty();
            answer = ImdsV1.UNKNOWN;
        }
        silent = true;
        askIfDue(imds, now);
    }

    /** A question in the future is of before the clock was set back: nobody knows how long ago it was. */
    private void askIfDue(Optional<ImdsClient> imds, Instant now) {
        if (imds.isEmpty()) {
            answer = ImdsV1.UNKNOWN;
        } else if (asked.map(at -> !now.isBefore(at.plus(REST)) || now.isBefore(at))
                .orElse(true)) {
            asked = Optional.of(now);
            answer = v1(imds.get().getWithoutToken(PATH));
        }
    }

    private static ImdsV1 v1(ImdsAnswer answer) {
        if (answer instanceof ImdsAnswer.Failed failed) {
            return failed.failure() == ImdsFailure.UNAUTHORIZED ? ImdsV1.REFUSED : ImdsV1.UNKNOWN;
        }
        return ImdsV1.ANSWERED;
    }

    ImdsV1 v1() {
        return answer;
    }

    /** Whether the service is there although no token arrives. */
    boolean tokensLost() {
        return silent && answer != ImdsV1.UNKNOWN;
    }
}
