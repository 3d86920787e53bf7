package io.rolemeter.collect.keys.places.system;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.PathPatterns;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.UnitFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that a unit hands to its service, with globs followed. A specifier that cannot be told is followed like an asterisk.
 *
 * @param path of the unit file
 */
record FilesOfUnit(String path, UnitFile unit, Survey survey, Ledger ledger) {
    Set<String> environmentFiles() {
        return files(unit.environmentFiles());
    }

    /** Those in folders too, of which systemd makes one credential for each file. */
    Set<String> credentials() {
        Set<String> files = new LinkedHashSet<>();
        for (String file : files(unit.credentials())) {
            if (survey.isDirectory(file)) {
                survey.list(file, ledger).stream()
                        .filter(entry -> !entry.directory())
                        .forEach(entry -> files.add(HostFiles.join(file, entry.name())));
            } else {
                files.add(file);
            }
        }
        return files;
    }

    private Set<String> files(Set<String> written) {
        Set<String> files = new LinkedHashSet<>();
        for (String name : written) {
            for (String file : unit.expand(name)) {
                if (file.startsWith("/")) {
                    files.addAll(PathPatterns.isGlob(file) ? matches(file) : List.of(file));
                } else {
                    ledger.unreadable(path, "names a file by a specifier that cannot be told");
                }
            }
        }
        return files;
    }

    /** One folder after the other, as far as there are globs. */
    private List<String> matches(String pattern) {
        List<String> found = List.of("");
        String[] names = pattern.substring(1).split("/", -1);
        for (int i = 0; i < names.length; i++) {
            List<String> next = new ArrayList<>();
            for (String folder : found) {
                if (PathPatterns.isGlob(names[i])) {
                    entries(folder + "/", names[i], i < names.length - 1, next);
                } else {
                    next.add(folder + "/" + names[i]);
                }
            }
            found = next;
        }
        return found;
    }

    private void entries(String folder, String pattern, boolean directories, List<String> matches) {
        PathPatterns glob = new PathPatterns(List.of("/" + pattern));
        for (Listing.Entry entry : survey.list(folder, ledger)) {
            if (glob.matches("/" + entry.name()) && survey.isDirectory(folder + entry.name()) == directories) {
                matches.add(folder + entry.name());
            }
        }
    }
}
