package io.rolemeter.collect.probe;

import io.rolemeter.aws.AwsAccess;
import java.time.Instant;
import java.util.Optional;

/**
 * What probes ask AWS with.
 *
 * @param end of the credentials, by which one session differs from the next; empty without credentials
 */
record Basis(Optional<Instant> end, Optional<String> region) {
    static final Basis NONE = new Basis(Optional.empty(), Optional.empty());

    static Basis of(AwsAccess aws) {
        return new Basis(aws.role().end(), region(aws));
    }

    /**
     * Whether what came out may be something else by now. In another region anything may. Of another session only what did not
     * pass is asked again: it may have failed for lack of credentials, or for those that ended, while what passed went with
     * the rights of the same role, and to ask everything again every hour would cost requests, and tokens of models.
     */
    boolean outdated(boolean passed, Basis now) {
        return !region.equals(now.region) || (!passed && !end.equals(now.end));
    }

    /** The probes meet what breaks here, each for itself. */
    private static Optional<String> region(AwsAccess aws) {
        try {
            return aws.region();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
