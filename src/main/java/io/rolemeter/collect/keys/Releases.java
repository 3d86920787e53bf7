package io.rolemeter.collect.keys;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Folders of releases, as deployment tools keep them: {@code releases/<each>}. Those in use are the ones that programs run in and the
 * one that the link {@code current} beside the folder leads to; the others beside them are backups.
 */
final class Releases {
    private static final String FOLDER = "/releases/";
    private static final String CURRENT = "/current";

    private final UnaryOperator<String> realPath;

    /** The releases in use, by what lies above {@code releases}. */
    private final Map<String, Set<String>> inUse = new HashMap<>();

    private final Set<String> followed = new HashSet<>();

    /**
     * Asks for each folder of releases once where its link leads.
     *
     * @param live the folders of running programs and of services that start at boot, without links
     * @param realPath a path without links
     */
    Releases(Set<String> live, UnaryOperator<String> realPath) {
        this.realPath = realPath;
        live.forEach(this::use);
    }

    /** The folder of all releases that a folder is in. */
    static Optional<String> folder(String path) {
        int at = path.lastIndexOf(FOLDER);
        return at < 0 ? Optional.empty() : Optional.of(path.substring(0, at + FOLDER.length() - 1));
    }

    /** Whether a path lies in a release that is not in use, while another is. */
    boolean isOld(String path) {
        int at = path.indexOf(FOLDER);
        if (at < 0 || release(path).isEmpty()) {
            return false;
        }
        String application = path.substring(0, at);
        if (followed.add(application)) {
            use(realPath.apply(application + CURRENT));
        }
        Set<String> used = inUse.getOrDefault(application, Set.of());
        return !used.isEmpty() && !used.contains(release(path).get());
    }

    private void use(String folder) {
        release(folder + "/")
                .ifPresent(release -> inUse.computeIfAbsent(
                                release.substring(0, release.indexOf(FOLDER)), application -> new HashSet<>())
                        .add(release));
    }

    private static Optional<String> release(String path) {
        int at = path.indexOf(FOLDER);
        int end = at < 0 ? -1 : path.indexOf('/', at + FOLDER.length());
        return end < 0 ? Optional.empty() : Optional.of(path.substring(0, end));
    }
}
