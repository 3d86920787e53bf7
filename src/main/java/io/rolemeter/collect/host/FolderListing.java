package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lists folders. */
record FolderListing(Mounts mounts) {
    static final int MAX_ENTRIES = 20_000;

    private interface Question {
        boolean isDirectory(Path entry) throws IOException;
    }

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

    private static Listing list(String hostPath, Path folder, Question question) {
        try {
            if (!isDirectory(folder)) {
                return new Listing.Missing(hostPath);
            }
            List<Path> inside = Looking.ask(folder, () -> entries(folder));
            Optional<String> lack = inside.size() > MAX_ENTRIES ? Optional.of("too many entries") : Optional.empty();
            List<Listing.Entry> entries = new ArrayList<>();
            for (Path entry : inside.subList(0, Math.min(inside.size(), MAX_ENTRIES))) {
                boolean directory = false;
                try {
                    directory = question.isDirectory(entry);
                } catch (IOException e) {
                    lack = Failure.isMissing(e) ? lack : Optional.of(Failure.reason(e));
                }
                entries.add(new Listing.Entry(String.valueOf(entry.getFileName()), directory));
            }
            return new Listing.Entries(entries, lack);
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

    /** Whether it is one, and not a link to one. Fails when that cannot be told, as of what lies in a folder that may only be listed. */
    static boolean isDirectory(Path path) throws IOException {
        return Looking.ask(
                path,
                () -> Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isDirectory());
    }

    private static Listing unlisted(String hostPath, IOException failure) {
        return Failure.isMissing(failure)
                ? new Listing.Missing(hostPath)
                : new Listing.Unreadable(hostPath, Failure.reason(failure));
    }
}
