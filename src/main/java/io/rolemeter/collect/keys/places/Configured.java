package io.rolemeter.collect.keys.places;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.OpenFolder;
import io.rolemeter.collect.host.PathPatterns;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    private record Inside(int depth, Predicate<String> wanted) {}

    private record Walk(Survey survey, Ledger ledger) {
        void folder(String path, int depth, Predicate<String> wanted) {
            if (depth > MAX_DEPTH) {
                ledger.unreadable(path, "more than " + MAX_DEPTH + " levels deep");
                return;
            }
            Optional<OpenFolder> opened = survey.open(path);
            if (opened.isPresent()) {
                held(path, opened.get(), depth, wanted);
            } else {
                byPath(path, depth, wanted);
            }
        }

        private void held(String path, OpenFolder opened, int depth, Predicate<String> wanted) {
            try (OpenFolder folder = opened) {
                Optional<List<Path>> names = folder.names();
                if (names.isEmpty()) {
                    byPath(path, depth, wanted);
                    return;
                }
                for (Path name : names.get()) {
                    String child = HostFiles.join(path, name.toString());
                    OpenFolder.Kind kind = survey.isExcluded(child) ? OpenFolder.Kind.OTHER : folder.kind(name);
                    if (kind == OpenFolder.Kind.FOLDER) {
                        inner(child, folder, name, new Inside(depth + 1, wanted));
                    } else if (wanted.test(child)
                            && !(kind == OpenFolder.Kind.SMALL_FILE && survey.holdsNoKey(folder, name, ledger))
                            && !survey.isDirectory(child)) {
                        file(child);
                    }
                }
            }
        }

        private void inner(String path, OpenFolder folder, Path name, Inside inside) {
            if (isSkipped(path)) {
                return;
            }
            Optional<OpenFolder> inner = inside.depth() > MAX_DEPTH ? Optional.empty() : survey.open(folder, name);
            if (inner.isPresent()) {
                held(path, inner.get(), inside.depth(), inside.wanted());
            } else {
                folder(path, inside.depth(), inside.wanted());
            }
        }

        private void byPath(String path, int depth, Predicate<String> wanted) {
            for (Listing.Entry entry : survey.list(path, ledger)) {
                String child = HostFiles.join(path, entry.name());
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
