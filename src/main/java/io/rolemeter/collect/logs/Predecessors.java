package io.rolemeter.collect.logs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** Those that were not read to their end, first what the log was when it was read last; none when that is not there. */
    static List<Predecessor> since(Position last, LogSource source) {
        List<Predecessor> all = of(source);
        return last(last, all)
                .map(found -> all.subList(all.indexOf(found), all.size()))
                .orElse(List.of());
    }

    /**
     * Logs of a program that is started again and again may all begin alike: a copy that was not written since the last look, which
     * holds nothing new, is taken for the log only when there is no other.
     */
    private static Optional<Predecessor> last(Position last, List<Predecessor> all) {
        Optional<Predecessor> renamed = all.stream()
                .filter(predecessor -> predecessor.identity().equals(last.identity()))
                .findFirst();
        return renamed.or(() -> all.stream()
                        .filter(predecessor -> last.readAt()
                                .filter(predecessor.modified()::isBefore)
                                .isEmpty())
                        .filter(predecessor -> predecessor.continues(last))
                        .findFirst())
                .or(() -> all.stream()
                        .filter(predecessor -> predecessor.continues(last))
                        .reduce((older, newer) -> newer));
    }
}
