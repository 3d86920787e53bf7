package io.rolemeter.collect.keys;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Folders of releases, as deployment tools keep them: {@code releases/<each>}, one of which is in use and the others are backups.
 *
 * @param inUse paths of releases
 */
record Releases(Set<String> inUse) {
    private static final String FOLDER = "/releases/";

    /** @param live the folders of running programs and of services that start at boot, without links */
    static Releases of(Set<String> live) {
        Set<String> inUse = new HashSet<>();
        live.forEach(folder -> release(folder + "/").ifPresent(inUse::add));
        return new Releases(inUse);
    }

    /** The folder of all releases that a folder is in. */
    static Optional<String> folder(String path) {
        int at = path.lastIndexOf(FOLDER);
        return at < 0 ? Optional.empty() : Optional.of(path.substring(0, at + FOLDER.length() - 1));
    }

    /** Whether a path lies in a release that is not in use, while another is. */
    boolean isOld(String path) {
        Optional<String> release = release(path);
        return release.isPresent() && !inUse.contains(release.get());
    }

    private static Optional<String> release(String path) {
        int at = path.indexOf(FOLDER);
        int end = at < 0 ? -1 : path.indexOf('/', at + FOLDER.length());
        return end < 0 ? Optional.empty() : Optional.of(path.substring(0, end));
    }
}
