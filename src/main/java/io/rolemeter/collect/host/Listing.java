package io.rolemeter.collect.host;

import java.util.Comparator;
import java.util.List;

/** What came of listing one folder. */
public sealed interface Listing {
    /**
     * One name in a folder.
     *
     * @param directory whether it is itself a directory, not a link to one
     */
    record Entry(String name, boolean directory) {}

    /**
     * The entries, by name.
     *
     * @param complete false when there are more than {@value HostFiles#MAX_ENTRIES}
     */
    record Entries(List<Entry> entries, boolean complete) implements Listing {
        public Entries {
            entries = entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
        }
    }

    /** There is no such folder. */
    record Missing(String path) implements Listing {}

    /** It is there and could not be read; {@code reason} is a few words. */
    record Unreadable(String path, String reason) implements Listing {}
}
