package io.rolemeter.collect.logs;

import java.util.Comparator;
import java.util.List;

/** What a log was before its rotations. */
final class Predecessors {
    private static final int MAX = 60;

    private Predecessors() {}

    /** Those that are there, the oldest first; of very many the newest. */
    static List<Predecessor> of(LogSource source) {
        List<Predecessor> all = RotatedNames.of(source.path()).in(source.files()).stream()
                .flatMap(path -> Predecessor.of(source.files(), path).stream())
                .sorted(Comparator.comparing(Predecessor::modified))
                .toList();
        return all.subList(Math.max(0, all.size() - MAX), all.size());
    }
}
