package io.rolemeter.collect.host;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What came of listing one folder. */
public sealed interface Listing {
    /** Why not all that is there is known, in a few words; empty for what is not there. */
    Optional<String> lack();

    /**
     * One name in a folder.
     *
     * @param directory whether it is itself a directory, not a link to one
     */
    record Entry(String name, boolean directory) {}

    /**
     * The entries, by name.
     *
     * @param lack when there are more than {@value HostFiles#MAX_ENTRIES}, or one does not tell whether it is a directory
     */
    record Entries(List<Entry> entries, Optional<String> lack) implements Listing {
        public Entries {
            entries = entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
        }
    }

    /** There is no such folder. */
    record Missing(String path) implements Listing {
        @Override
        public Optional<String> lack() {
            return Optional.empty();
        }
    }

    /** It is there and could not be read; {@code reason} is a few words. */
    record Unreadable(String path, String reason) implements Listing {
        @Override
        public Optional<String> lack() {
            return Optional.of(reason);
        }
    }
}
