package io.rolemeter.model;

import java.util.List;

/**
 * What is kept of a host from one start of this program to the next.
 *
 * @param standing what held when it was last looked at
 * @param history what changed, newest first
 */
public record Memory(Past past, List<Standing> standing, List<Change> history) {
    /** Of a host that was never looked at before. */
    public static final Memory NONE = new Memory(Past.NONE, List.of(), List.of());

    public Memory {
        standing = standing.stream().limit(Diagnosis.MAX_STANDING).toList();
        history = history.stream().limit(Diagnosis.MAX_CHANGES).toList();
    }
}
