package io.rolemeter.collect.keys.places;

import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.PathPatterns;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.List;
import java.util.function.Predicate;

/**
 * The files, folders and globs of {@code keys.paths}. Folders are searched {@value #MAX_DEPTH} levels deep, without following links
 * to other folders and without {@code node_modules} and git's objects.
 */
public final class Configured implements HidingPlace {
    private static final int MAX_DEPTH = 16;

    private final List<String> paths;

    public Configured(List<String> paths) {
        this.paths = List.copyOf(paths);
    }

    @Override
    public Place place() {
        return Place.CONFIGURED;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Walk walk = new Walk(survey, ledger);
        for (String path : paths) {
            if (PathPatterns.isGlob(path) && !survey.exists(path)) {
                PathPatterns glob = new PathPatterns(List.of(path));
                walk.folder(PathPatterns.folder(path), 0, glob::matches);
            } else if (survey.isDirectory(path)) {
                walk.folder(path, 0, file -> true);
            } else {
                walk.file(path);
            }
        }
    }

    private record Walk(Survey survey, Ledger ledger) {
        void folder(String path, int depth, Predicate<String> wanted) {
            if (depth > MAX_DEPTH) {
                ledger.unreadable(path, "more than " + MAX_DEPTH + " levels deep");
                return;
            }
            String folder = path.endsWith("/") ? path : path + "/";
            for (Listing.Entry entry : survey.list(path, ledger)) {
                String child = folder + entry.name();
                if (entry.directory()) {
                    if (!isSkipped(child)) {
                        folder(child, depth + 1, wanted);
                    }
                } else if (wanted.test(child) && !survey.isDirectory(child)) {
                    file(child);
                }
            }
        }

        void file(String path) {
            new Reader(survey, ledger).file(path, Exposure.AT_REST);
        }

        private static boolean isSkipped(String folder) {
            return folder.endsWith("/node_modules") || folder.endsWith("/.git/objects");
        }
    }
}
