package io.rolemeter.collect.logs;

import io.rolemeter.model.LogsFact;
import java.util.function.Function;

/** Where the state of the logs outlives a collector: a configuration that is read again must not count them anew. */
public final class LogMemory {
    private LogState state = LogState.NONE;

    /** What a look has seen, and what it leaves for the next. */
    record Seen(LogState state, LogsFact fact) {}

    /** One look at a time: an old collector may still be at it while its successor begins. */
    synchronized LogsFact look(Function<LogState, Seen> look) {
        Seen seen = look.apply(state);
        state = seen.state();
        return seen.fact();
    }
}
