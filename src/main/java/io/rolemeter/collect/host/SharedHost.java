package io.rolemeter.collect.host;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A host for several looks, one after the other and soon: they see the same processes, and ask for each once. A look that waits for
 * files that do not answer keeps its host, and the next one gets another.
 */
public final class SharedHost implements Supplier<Host> {
    private final Path root;
    private Optional<Taken> last = Optional.empty();

    private record Taken(Host host, Thread by) {
        /** Whether nobody uses it any more. */
        boolean isOver() {
            return by instanceof Looking<?> looking ? looking.task().isDone() : by == Thread.currentThread();
        }
    }

    /** @param root {@code /} for the host that this runs on */
    public SharedHost(Path root) {
        this.root = root;
    }

    /** The host, for the thread that asks alone until its look has ended. */
    @Override
    public synchronized Host get() {
        boolean nothingIsSilent = Looking.silent().isEmpty();
        Host host = last.filter(taken -> nothingIsSilent && taken.isOver())
                .map(Taken::host)
                .orElseGet(() -> new Host(root));
        last = Optional.of(new Taken(host, Thread.currentThread()));
        return host;
    }
}
