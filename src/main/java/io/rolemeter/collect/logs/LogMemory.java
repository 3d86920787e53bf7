package io.rolemeter.collect.logs;

import io.rolemeter.model.LogsFact;
import io.rolemeter.store.Line;
import io.rolemeter.store.WrittenLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the state of the logs outlives a collector: a configuration that is read again must not count them anew. */
public final class LogMemory {
    private LogState state = LogState.NONE;

    /** What a look has seen, and what it leaves for the next. */
    record Seen(LogState state, LogsFact fact) {}

    /** What outlives this process, for {@link #take}: positions, counts, times and denials. */
    public synchronized List<WrittenLine> lines() {
        return LogStateLines.write(state);
    }

    /**
     * Remembers what an earlier process has kept of a log, or of all.
     *
     * @return false if the line is about something else
     * @throws io.rolemeter.store.MalformedLineException if the line makes no sense
     */
    public synchronized boolean take(Line line) {
        Optional<LogState> more = LogStateLines.read(line, state);
        more.ifPresent(known -> state = known);
        return more.isPresent();
    }

    /** One look at a time: an old collector may still be at it while its successor begins. */
    synchronized LogsFact look(Function<LogState, Seen> look) {
        Seen seen = look.apply(state);
        state = seen.state();
        return seen.fact();
    }
}
