package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The units that systemd knows, of the system and of its users.
 *
 * @param files each unit file and drop-in, by its path without links
 * @param unlisted folders of units that could not be read
 */
public record Units(Map<String, UnitFile> files, List<Reading.Unreadable> unlisted) {
    private static final List<String> FOLDERS = List.of(
            "/etc/systemd/system",
            "/run/systemd/system",
            "/usr/local/lib/systemd/system",
            "/usr/lib/systemd/system",
            "/lib/systemd/system",
            "/etc/systemd/user",
            "/usr/lib/systemd/user");
    private static final List<String> FOLDERS_OF_USERS = List.of(".config/systemd/user", ".local/share/systemd/user");
    private static final List<String> DEPENDENCIES = List.of(".wants", ".requires");
    private static final String DROP_INS = ".d";

    static Units of(HostFiles files, Programs programs, Set<String> homes) {
        Search search = new Search(files, programs.controlGroups());
        FOLDERS.forEach(search::folder);
        homes.forEach(home -> FOLDERS_OF_USERS.forEach(own -> search.folder(HostFiles.join(home, own))));
        Map<String, UnitFile> units = new LinkedHashMap<>();
        search.found.forEach((path, unit) -> {
            if (files.read(path) instanceof Reading.Text text) {
                units.put(path, UnitFile.parse(unit, text.content(), UnitFile.isStarted(unit, search.started)));
            } else {
                units.put(path, UnitFile.parse(unit, "", UnitFile.isStarted(unit, search.started)));
            }
        });
        return new Units(units, search.unlisted);
    }

    /** The folders of all services that start at boot or run now. */
    Set<String> foldersOfServices() {
        Set<String> folders = new LinkedHashSet<>();
        files.values().stream().filter(UnitFile::starts).forEach(unit -> folders.addAll(unit.folders()));
        return folders;
    }

    /** Whether a unit starts whose name begins with one of these. */
    boolean start(Collection<String> names) {
        return files.values().stream()
                .filter(UnitFile::starts)
                .anyMatch(unit -> names.stream().anyMatch(unit.unit()::startsWith));
    }

    private static final class Search {
        private final HostFiles files;
        private final Map<String, String> found = new LinkedHashMap<>();
        private final Set<String> started;
        private final List<Reading.Unreadable> unlisted = new ArrayList<>();

        private Search(HostFiles files, Set<String> running) {
            this.files = files;
            this.started = new HashSet<>(running);
        }

        void folder(String folder) {
            for (Listing.Entry entry : list(folder)) {
                String name = entry.name();
                String path = HostFiles.join(folder, name);
                if (DEPENDENCIES.stream().anyMatch(name::endsWith)) {
                    list(path).forEach(unit -> started.add(unit.name()));
                } else if (name.endsWith(DROP_INS)) {
                    String unit = name.substring(0, name.length() - DROP_INS.length());
                    list(path).stream()
                            .filter(dropIn -> !dropIn.directory())
                            .forEach(dropIn -> file(HostFiles.join(path, dropIn.name()), unit));
                } else if (!entry.directory()) {
                    file(path, name);
                }
            }
        }

        /** A masked unit is a link to {@code /dev/null}. */
        private void file(String path, String unit) {
            String real = files.realPath(path).orElse(path);
            if (!real.startsWith("/dev/")) {
                found.putIfAbsent(real, unit);
            }
        }

        private List<Listing.Entry> list(String folder) {
            Listing listing = files.list(folder);
            if (listing instanceof Listing.Unreadable refused) {
                unlisted.add(new Reading.Unreadable(folder, refused.reason()));
            }
            return listing instanceof Listing.Entries entries ? entries.entries() : List.of();
        }
    }
}
