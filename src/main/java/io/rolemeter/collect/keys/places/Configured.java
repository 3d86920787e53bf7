package io.rolemeter.collect.keys.places;

import io.rolemeter.collect.host.FolderSweep;
import io.rolemeter.collect.host.FolderSweep.Verdict;
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
import java.util.Iterator;
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
    private final boolean all;

    private Configured(List<String> paths, boolean all) {
        this.paths = List.copyOf(paths);
        this.all = all;
    }

    /** What may be there or not, as on one host of many with the same configuration. */
    public static Configured ofAnyHost(List<String> paths) {
        return new Configured(paths, false);
    }

    /** What somebody asks about by name: a glob that nothing matches is told, since it may be misspelled. */
    public static Configured asked(List<String> paths) {
        return new Configured(paths, true);
    }

    @Override
    public Place place() {
        return Place.CONFIGURED;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        try (FolderSweep sweep = survey.sweep()) {
            look(new Walk(survey, ledger, sweep));
        }
    }

    private void look(Walk walk) {
        Survey survey = walk.survey();
        for (String path : paths) {
            if (PathPatterns.isGlob(path) && !survey.exists(path)) {
                PathPatterns glob = new PathPatterns(List.of(path));
                int before = walk.ledger().seen();
                walk.folder(PathPatterns.folder(path), 0, new Wanted(glob::matches, glob::leadInto));
                if (all && walk.ledger().seen() == before) {
                    walk.ledger().unreadable(path, "nothing matches it");
                }
            } else if (survey.isDirectory(path)) {
                walk.folder(path, 0, Wanted.ALL);
            } else {
                walk.file(path);
            }
        }
    }

    /**
     * What of a folder is wanted.
     *
     * @param files by their paths
     * @param folders in which some may be, by their paths
     */
    private record Wanted(Predicate<String> files, Predicate<String> folders) {
        private static final Wanted ALL = new Wanted(file -> true, folder -> true);
    }

    private record Inside(int depth, Wanted wanted) {}

    private record Walk(Survey survey, Ledger ledger, FolderSweep sweep) {
        void folder(String path, int depth, Wanted wanted) {
            if (!wanted.folders().test(path)) {
                return;
            }
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

        private void held(String path, OpenFolder opened, int depth, Wanted wanted) {
            try (OpenFolder folder = opened) {
                Optional<List<Path>> names = folder.names();
                if (names.isEmpty()) {
                    byPath(path, depth, wanted);
                    return;
                }
                Iterator<Verdict> verdicts = sweep.of(folder, names.get(), interest(path, folder, wanted))
                        .iterator();
                for (Path name : names.get()) {
                    Verdict verdict = verdicts.next();
                    if (verdict == Verdict.RULED_OUT && survey.holdsNoKey(ledger)) {
                        continue;
                    }
                    String child = HostFiles.join(path, name.toString());
                    if (verdict == Verdict.FOLDER) {
                        inner(child, folder, name, new Inside(depth + 1, wanted));
                    } else if (wanted.files().test(child) && !survey.isDirectory(child)) {
                        file(child);
                    }
                }
            }
        }

        private FolderSweep.Interest interest(String path, OpenFolder folder, Wanted wanted) {
            if (wanted.equals(Wanted.ALL) && survey.excludesNothing()) {
                return FolderSweep.Interest.EVERYTHING;
            }
            return new FolderSweep.Interest() {
                @Override
                public boolean excludes(Path name) {
                    return survey.isExcluded(HostFiles.join(path, name.toString()));
                }

                @Override
                public boolean reads(Path name) {
                    return wanted.files().test(HostFiles.join(path, name.toString()))
                            && !survey.isExcluded(folder.realPath(name));
                }
            };
        }

        private void inner(String path, OpenFolder folder, Path name, Inside inside) {
            if (isSkipped(path) || !inside.wanted().folders().test(path)) {
                return;
            }
            Optional<OpenFolder> inner = inside.depth() > MAX_DEPTH ? Optional.empty() : survey.open(folder, name);
            if (inner.isPresent()) {
                held(path, inner.get(), inside.depth(), inside.wanted());
            } else {
                folder(path, inside.depth(), inside.wanted());
            }
        }

        private void byPath(String path, int depth, Wanted wanted) {
            for (Listing.Entry entry : survey.list(path, ledger)) {
                String child = HostFiles.join(path, entry.name());
                if (entry.directory()) {
                    if (!isSkipped(child)) {
                        folder(child, depth + 1, wanted);
                    }
                } else if (wanted.files().test(child) && !survey.isDirectory(child)) {
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
