package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Lists folders. */
record FolderListing(Mounts mounts) {
    static final int MAX_ENTRIES = 20_000;

    /**
     * The entries of a folder.
     *
     * @param hostPath its name in the answer
     */
    Listing list(String hostPath, Path folder) {
        return list(hostPath, folder, entry -> mounts.refuses(entry) || isDirectory(entry));
    }

    /** The same, but nothing is said to be a directory, and so nothing is asked. */
    Listing names(String hostPath, Path folder) {
        return list(hostPath, folder, entry -> false);
    }

    private static Listing list(String hostPath, Path folder, Predicate<Path> directory) {
        if (!isDirectory(folder)) {
            return new Listing.Missing(hostPath);
        }
        try {
            List<Path> inside = Looking.ask(folder, () -> entries(folder));
            List<Listing.Entry> entries = new ArrayList<>();
            for (Path entry : inside.subList(0, Math.min(inside.size(), MAX_ENTRIES))) {
                entries.add(new Listing.Entry(String.valueOf(entry.getFileName()), directory.test(entry)));
            }
            return new Listing.Entries(entries, inside.size() <= MAX_ENTRIES);
        } catch (IOException e) {
            return unlisted(hostPath, e);
        } catch (DirectoryIteratorException e) {
            return unlisted(hostPath, Objects.requireNonNull(e.getCause()));
        }
    }

    /** One more than are wanted where there are too many. */
    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.add(entry);
                if (entries.size() > MAX_ENTRIES) {
                    break;
                }
            }
        }
        return entries;
    }

    static boolean isDirectory(Path path) {
        try {
            return Looking.ask(path, () -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return false;
        }
    }

    private static Listing unlisted(String hostPath, IOException failure) {
        return Failure.isMissing(failure)
                ? new Listing.Missing(hostPath)
                : new Listing.Unreadable(hostPath, Failure.reason(failure));
    }
}
