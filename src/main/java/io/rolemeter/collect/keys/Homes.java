package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the homes of a host are. */
final class Homes {
    private static final String FOLDER = "/home";
    private static final String OF_ROOT = "/root";

    private Homes() {}

    /** Every user's home, also of users that only a directory service knows, and the homes that programs run with. */
    static Set<String> of(Host host, Programs programs) {
        Set<String> found = new LinkedHashSet<>(host.users().homes());
        found.add(OF_ROOT);
        if (host.files().list(FOLDER) instanceof Listing.Entries entries) {
            entries.entries().forEach(entry -> found.add(HostFiles.join(FOLDER, entry.name())));
        }
        programs.programs().forEach(program -> found.add(program.choice().home()));
        return found;
    }

    /** What keeps homes from being found. */
    static List<Reading.Unreadable> unlisted(Host host) {
        List<Reading.Unreadable> unlisted = new ArrayList<>();
        if (host.passwd() instanceof Reading.Unreadable passwd) {
            unlisted.add(passwd);
        }
        host.files().list(FOLDER).lack().ifPresent(reason -> unlisted.add(new Reading.Unreadable(FOLDER, reason)));
        return unlisted;
    }
}
