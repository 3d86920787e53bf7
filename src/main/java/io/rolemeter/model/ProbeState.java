package io.rolemeter.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A probe and how it went so far.
 *
 * @param name from the configuration, unique
 * @param kind as in the configuration, such as {@code s3-get}
 * @param last empty until it ran
 * @param recent how the last runs ended, the newest last; at most {@value #REMEMBERED}
 * @param runs since the start, skipped ones included
 */
public record ProbeState(
        String name,
        String kind,
        Expectation expect,
        Optional<ProbeRun> last,
        List<ProbeRun.Outcome> recent,
        long runs,
        long failures) {
    public static final int REMEMBERED = 20;

    public ProbeState {
        recent = List.copyOf(recent);
    }

    /** A probe that has not run yet. */
    public static ProbeState waiting(String name, String kind, Expectation expect) {
        return new ProbeState(name, kind, expect, Optional.empty(), List.of(), 0, 0);
    }

    /** The same probe after one more run. */
    public ProbeState after(ProbeRun run) {
        List<ProbeRun.Outcome> outcomes = new ArrayList<>(recent);
        outcomes.add(run.outcome());
        boolean failed = run.outcome() == ProbeRun.Outcome.FAILED;
        return new ProbeState(
                name,
                kind,
                expect,
                Optional.of(run),
                outcomes.subList(Math.max(0, outcomes.size() - REMEMBERED), outcomes.size()),
                runs + 1,
                failures + (failed ? 1 : 0));
    }
}
