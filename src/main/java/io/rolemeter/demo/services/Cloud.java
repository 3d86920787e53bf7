package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Rights;
import java.time.Duration;

/**
 * The AWS side of a scenario.
 *
 * @param rights what the instance's role may do
 * @param ahead how far AWS's clock is ahead of the host's
 * @param throttling whether S3 answers nothing but that it is asked too often
 * @param lenient whether sessions are accepted after their end, as AWS does while it cannot issue new ones
 */
public record Cloud(Rights rights, Duration ahead, boolean throttling, boolean lenient) {
    /** AWS as it should be, with a role of these rights. */
    public static Cloud with(Rights rights) {
        return new Cloud(rights, Duration.ZERO, false, false);
    }

    /** The same with another time. */
    public Cloud aheadBy(Duration other) {
        return new Cloud(rights, other, throttling, lenient);
    }

    /** The same while S3 throttles. */
    public Cloud busy() {
        return new Cloud(rights, ahead, true, lenient);
    }

    /** The same while it cannot issue new sessions, and goes on to accept old ones. */
    public Cloud lenientWithSessions() {
        return new Cloud(rights, ahead, throttling, true);
    }
}
