package io.rolemeter.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a soaked process holds, after a collection of garbage.
 *
 * @param threads of the agent; the simulated host has others, one for each connection of the last seconds
 */
record SoakSample(Duration simulated, long heapKib, long residentKib, int threads, long sockets, long series) {
    /** What {@link #toString} has printed. */
    static SoakSample parse(String line) {
        List<String> values = Arrays.stream(line.replaceAll("^.*\\[|]$", "").split(", "))
                .map(value -> value.substring(value.indexOf('=') + 1))
                .toList();
        return new SoakSample(
                Duration.parse(values.get(0)),
                Long.parseLong(values.get(1)),
                Long.parseLong(values.get(2)),
                Integer.parseInt(values.get(3)),
                Long.parseLong(values.get(4)),
                Long.parseLong(values.get(5)));
    }
}
