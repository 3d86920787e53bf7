package io.rolemeter.collect.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The processes that a look has seen, for the next one of the same scan. None are kept when they are many, so that memory does not grow
 * with the host, and none for longer than a moment, since a number may soon be another's.
 */
final class ProcessMemory {
    private static final int MAX_PROCESSES = 1000;
    private static final int MAX_CHARACTERS = 512 << 10;
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private Optional<Seen> seen = Optional.empty();

    private record Seen(long sinceNanos, List<HostProcess> processes, List<Reading.Unreadable> unreadable) {
        boolean isFresh() {
            return System.nanoTime() - sinceNanos < MOMENT.toNanos();
        }
    }

    /**
     * Hands over what it knows, or what is found now.
     *
     * @param find hands over all processes, and returns what kept it from others
     */
    List<Reading.Unreadable> each(
            Consumer<HostProcess> consumer, Function<Consumer<HostProcess>, List<Reading.Unreadable>> find) {
        Optional<Seen> known = seen.filter(Seen::isFresh);
        if (known.isPresent()) {
            known.get().processes().forEach(consumer);
            return known.get().unreadable();
        }
        long now = System.nanoTime();
        Few few = new Few();
        List<Reading.Unreadable> unreadable = find.apply(process -> {
            few.add(process);
            consumer.accept(process);
        });
        seen = few.full ? Optional.empty() : Optional.of(new Seen(now, few.processes, unreadable));
        return unreadable;
    }

    private static final class Few {
        private final List<HostProcess> processes = new ArrayList<>();
        private int characters;
        private boolean full;

        void add(HostProcess process) {
            characters += process.arguments().stream().mapToInt(String::length).sum();
            full = full || processes.size() == MAX_PROCESSES || characters > MAX_CHARACTERS;
            if (full) {
                processes.clear();
            } else {
                processes.add(process);
            }
        }
    }
}
