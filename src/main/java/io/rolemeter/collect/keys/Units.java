package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.PathPatterns;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.Specifiers.Manager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "/lib/systemd/system");
    private static final List<String> FOLDERS_OF_ALL_USERS = List.of("/etc/systemd/user", "/usr/lib/systemd/user");
    private static final List<String> FOLDERS_OF_USERS = List.of(".config/systemd/user", ".local/share/systemd/user");
    private static final List<String> DEPENDENCIES = List.of(".wants", ".requires");
    private static final String DROP_INS = ".d";

    static Units of(Host host, Programs programs, Set<String> homes) {
        HostFiles files = host.files();
        Search search = new Search(files, programs.controlGroups());
        Map<String, Optional<String>> users = new LinkedHashMap<>();
        homes.forEach(home -> users.put(home, Optional.empty()));
        host.users().users().forEach(user -> users.put(user.home(), Optional.of(user.name())));
        Set<Manager> ofUsers = new LinkedHashSet<>();
        users.forEach((home, user) -> ofUsers.add(Manager.of(home, user)));
        FOLDERS.forEach(folder -> search.folder(folder, Set.of(Manager.OF_HOST)));
        FOLDERS_OF_ALL_USERS.forEach(folder -> search.folder(folder, ofUsers));
        for (Manager user : ofUsers) {
            FOLDERS_OF_USERS.forEach(own -> search.folder(HostFiles.join(user.home(), own), Set.of(user)));
        }
        Map<String, UnitFile> units = new LinkedHashMap<>();
        search.found.forEach((path, found) -> {
            Specifiers specifiers = Specifiers.of(found.unit(), search.started, found.managers());
            String text = files.read(path) instanceof Reading.Text read ? read.content() : "";
            units.put(path, UnitFile.parse(specifiers, text, UnitFile.isStarted(found.unit(), search.started)));
        });
        return new Units(units, search.unlisted);
    }

    /** The folders of all services that start at boot or run now. */
    Set<String> foldersOfServices() {
        Set<String> folders = new LinkedHashSet<>();
        files.values().stream()
                .filter(UnitFile::starts)
                .forEach(unit -> unit.folders().forEach(folder -> folders.addAll(unit.expand(folder))));
        folders.removeIf(folder -> !folder.startsWith("/") || PathPatterns.isGlob(folder));
        return folders;
    }

    /** The folders that units name to PM2. */
    Set<String> pm2Homes() {
        Set<String> homes = new LinkedHashSet<>();
        files.values().forEach(unit -> homes.addAll(unit.values("PM2_HOME")));
        homes.removeIf(home -> !home.startsWith("/") || PathPatterns.isGlob(home));
        return homes;
    }

    /**
     * The files that units name to AWS's SDKs, with the profiles that their services would take from them: none for a unit that does
     * not start.
     *
     * @param variable {@code AWS_SHARED_CREDENTIALS_FILE} or {@code AWS_CONFIG_FILE}
     */
    public Map<String, Set<String>> profileFiles(String variable) {
        Map<String, Set<String>> profiles = new LinkedHashMap<>();
        for (UnitFile unit : files.values()) {
            for (String file : unit.values(variable)) {
                Set<String> inUse = profiles.computeIfAbsent(file, path -> new LinkedHashSet<>());
                if (unit.starts()) {
                    inUse.addAll(profiles(unit.unit()));
                }
            }
        }
        return profiles;
    }

    private Set<String> profiles(String unit) {
        Set<String> profiles = new LinkedHashSet<>();
        files.values().stream().filter(file -> file.unit().equals(unit)).forEach(file -> {
            profiles.addAll(file.values("AWS_PROFILE"));
            profiles.addAll(file.values("AWS_DEFAULT_PROFILE"));
        });
        return profiles.isEmpty() ? Set.of("default") : profiles;
    }

    /** Whether a unit starts whose name begins with one of these. */
    boolean start(Collection<String> names) {
        return files.values().stream()
                .filter(UnitFile::starts)
                .anyMatch(unit -> names.stream().anyMatch(unit.unit()::startsWith));
    }

    /** A unit file or drop-in. */
    private record Found(String unit, Set<Manager> managers) {}

    private static final class Search {
        private final HostFiles files;
        private final Map<String, Found> found = new LinkedHashMap<>();
        private final Set<String> started;
        private final List<Reading.Unreadable> unlisted = new ArrayList<>();

        private Search(HostFiles files, Set<String> running) {
            this.files = files;
            this.started = new HashSet<>(running);
        }

        void folder(String folder, Set<Manager> managers) {
            for (Listing.Entry entry : list(folder)) {
                String name = entry.name();
                String path = HostFiles.join(folder, name);
                if (DEPENDENCIES.stream().anyMatch(name::endsWith)) {
                    list(path).forEach(unit -> started.add(unit.name()));
                } else if (name.endsWith(DROP_INS)) {
                    String unit = name.substring(0, name.length() - DROP_INS.length());
                    list(path).stream()
                            .filter(dropIn -> !dropIn.directory())
                            .forEach(dropIn -> file(HostFiles.join(path, dropIn.name()), new Found(unit, managers)));
                } else if (!entry.directory()) {
                    file(path, new Found(name, managers));
                }
            }
        }

        /** A masked unit is a link to {@code /dev/null}. */
        private void file(String path, Found unit) {
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
