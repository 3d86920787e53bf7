package io.rolemeter.collect.host;

import java.util.List;

/** The processes that could be seen, and the ones that could not. */
public record ProcessList(List<HostProcess> processes, List<Reading.Unreadable> unreadable) {
    public ProcessList {
        processes = List.copyOf(processes);
        unreadable = List.copyOf(unreadable);
    }
}
