package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.model.Exposure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The files of applications: in the folders that programs work in or were started from, in those of services that start at boot,
 * and in the folders where applications usually lie. Searched {@value #MAX_DEPTH} levels deep; links to other folders, hidden folders
 * and installed packages are passed over.
 *
 * @param files that some place wants, by their paths
 * @param unlisted folders that could not be searched
 */
public record Applications(List<File> files, List<Reading.Unreadable> unlisted) {
    private static final int MAX_DEPTH = 6;

    /** Files deeper than this beneath a program's folder are none that it would pick up by itself. */
    private static final int LIVE_DEPTH = 3;

    private static final List<String> USUAL = List.of("/srv", "/opt", "/var/www", "/app");
    private static final Set<String> PACKAGES = Set.of(
            "node_modules",
            "bower_components",
            "__pycache__",
            "site-packages",
            "dist-packages",
            "venv",
            "vendor",
            "pkgs",
            "conda-meta",
            "lost+found");
    private static final Set<String> HIDDEN_BUT_READ = Set.of(".terraform", ".ebextensions", ".platform");

    /**
     * One file.
     *
     * @param exposure what a key in it is by where the file lies
     */
    public record File(String path, Exposure exposure) {
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Each folder is searched once; inner ones first, so that none is cut off by the depth of an outer one. */
    static Applications of(Survey survey, Survey.Limits limits, Predicate<String> wanted) {
        Set<String> live = new LinkedHashSet<>();
        folders(survey).forEach(folder -> live.add(survey.realPath(folder)));
        Walk walk = new Walk(survey, limits, wanted, new Owners(live, new Releases(live, survey::realPath)));
        live.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(folder -> walk.from(folder, walk.owners.ownsAll(folder) ? MAX_DEPTH : 0));
        live.stream()
                .flatMap(folder -> Releases.folder(folder).stream())
                .forEach(folder -> walk.from(folder, MAX_DEPTH));
        survey.homes().stream()
                .filter(home -> home.startsWith("/home/") || home.equals("/root"))
                .forEach(home -> walk.from(survey.realPath(home), MAX_DEPTH));
        USUAL.forEach(folder -> walk.from(survey.realPath(folder), MAX_DEPTH));
        walk.files.sort(Comparator.comparing(File::path));
        return new Applications(walk.files, walk.unlisted);
    }

    private static Set<String> folders(Survey survey) {
        Set<String> folders = survey.pm2().directories();
        for (Program program : survey.programs().programs()) {
            folders.addAll(program.folders());
        }
        folders.addAll(survey.units().foldersOfServices());
        return folders;
    }

    private static final class Walk {
        private final Survey survey;
        private final Survey.Limits limits;
        private final Predicate<String> wanted;
        private final Owners owners;
        private final List<File> files = new ArrayList<>();
        private final List<Reading.Unreadable> unlisted = new ArrayList<>();
        private final Set<String> visited = new HashSet<>();
        private int entries;

        private Walk(Survey survey, Survey.Limits limits, Predicate<String> wanted, Owners owners) {
            this.survey = survey;
            this.limits = limits;
            this.wanted = wanted;
            this.owners = owners;
        }

        /** Each folder that a search begins at has its own bound, so that none hides the others. */
        void from(String path, int depth) {
            entries = 0;
            folder(path, depth);
        }

        private void folder(String path, int depth) {
            if (!visited.add(depth == 0 ? path + "/." : path)) {
                return;
            }
            if (entries > limits.bounds().entries() || limits.timeIsUp().getAsBoolean()) {
                unlisted.add(new Reading.Unreadable(path, "too many folders to search"));
                return;
            }
            Listing listing = survey.listing(path);
            listing.lack().ifPresent(reason -> unlisted.add(new Reading.Unreadable(path, reason)));
            if (listing instanceof Listing.Entries found) {
                entries += found.entries().size();
                found.entries().forEach(entry -> entry(path, entry, depth));
            }
        }

        private void entry(String folder, Listing.Entry entry, int depth) {
            String path = HostFiles.join(folder, entry.name());
            if (!entry.directory()) {
                if (wanted.test(entry.name()) && visited.add(path)) {
                    files.add(new File(path, owners.exposure(path)));
                }
            } else if (depth > 0 && isSearched(entry.name())) {
                folder(path, depth - 1);
            }
        }

        private static boolean isSearched(String name) {
            return name.startsWith(".") ? HIDDEN_BUT_READ.contains(name) : !PACKAGES.contains(name);
        }
    }

    /** Whose a file is, by its path. */
    private record Owners(Set<String> live, Releases releases) {
        boolean ownsAll(String folder) {
            return Folders.isOfAnApplication(folder);
        }

        Exposure exposure(String path) {
            if (releases.isOld(path)) {
                return Exposure.BACKUP;
            }
            String folder = Folders.parent(path);
            if (live.contains(folder)) {
                return Exposure.LIVE;
            }
            for (int up = 0; up < LIVE_DEPTH && !folder.equals("/"); up++) {
                folder = Folders.parent(folder);
                if (live.contains(folder) && ownsAll(folder)) {
                    return Exposure.LIVE;
                }
            }
            return Exposure.AT_REST;
        }
    }
}
