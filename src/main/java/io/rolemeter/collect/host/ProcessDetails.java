package io.rolemeter.collect.host;

import java.time.Instant;
import java.util.Optional;

/**
 * What a process runs, where it belongs and since when.
 *
 * @param executable as the process sees it
 * @param controlGroup the lines of {@code cgroup}
 * @param startTicks hundredths of a second after the host's start; with the number it names a process for ever
 * @param bootTime Unix seconds
 */
public record ProcessDetails(
        Optional<String> executable, String controlGroup, Optional<Long> startTicks, Optional<Long> bootTime) {
    static final ProcessDetails UNKNOWN = new ProcessDetails(Optional.empty(), "", Optional.empty(), Optional.empty());

    private static final int TICKS_PER_SECOND = 100;
    /** Its place after the name in parentheses, which may hold anything. */
    private static final int START_TIME = 19;

    public Optional<Instant> startedAt() {
        return startTicks.flatMap(ticks ->
                bootTime.map(boot -> Instant.ofEpochSecond(boot).plusMillis(ticks * (1000 / TICKS_PER_SECOND))));
    }

    static Optional<Long> started(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        return fields.length > START_TIME ? number(fields[START_TIME]) : Optional.empty();
    }

    static Optional<Long> bootTime(String stat) {
        return stat.lines()
                .filter(line -> line.startsWith("btime "))
                .findFirst()
                .flatMap(line -> number(line.substring("btime ".length()).strip()));
    }

    private static Optional<Long> number(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
