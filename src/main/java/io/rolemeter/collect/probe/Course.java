package io.rolemeter.collect.probe;

import io.rolemeter.config.ProbeSettings;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import java.util.concurrent.atomic.AtomicBoolean;

/** How a probe went so far, with what it was asked last, and whether it is being asked now. */
final class Course {
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile Last last;
    private volatile boolean ended;

    private record Last(ProbeState state, Basis basis) {}

    Course(ProbeSettings probe) {
        this.last = new Last(ProbeState.waiting(probe.name(), probe.kind(), probe.expect()), Basis.NONE);
    }

    ProbeState state() {
        return last.state();
    }

    /** Of the last run. */
    Basis basis() {
        return last.basis();
    }

    void ran(ProbeRun run, Basis basis) {
        last = new Last(last.state().after(run), basis);
    }

    /** Whether a run waits for its turn or is under way: then no other may be. */
    boolean isTaken() {
        return taken.get();
    }

    /** Takes it for a run; false if it is taken already. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void leave() {
        taken.set(false);
    }

    /** The configuration has the probe no more, or another in its place: a run that waits for its turn must not begin. */
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }
}
