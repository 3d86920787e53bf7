package io.rolemeter.model;

import java.util.Optional;

/**
 * A probe and how it went so far.
 *
 * @param name from the configuration, unique
 * @param kind as in the configuration, such as {@code s3-get}
 * @param last empty until it ran
 * @param runs since the start, skipped ones included
 */
public record ProbeState(
        String name, String kind, Expectation expect, Optional<ProbeRun> last, long runs, long failures) {
    /** The same probe after one more run. */
    public ProbeState after(ProbeRun run) {
        boolean failed = run.outcome() == ProbeRun.Outcome.FAILED;
        return new ProbeState(name, kind, expect, Optional.of(run), runs + 1, failures + (failed ? 1 : 0));
    }
}
