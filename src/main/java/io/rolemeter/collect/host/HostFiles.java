package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The files of a host, by their absolute paths on it. Only regular files of at most 2 MiB are opened. Not for use by several
 * threads.
 */
public final class HostFiles {
    /** Entries of one folder beyond this number are not seen, and said to be. */
    public static final int MAX_ENTRIES = 20_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String PROC = "/proc/";
    static final String TOO_LARGE = "larger than 2 MiB";

    private final Root root;
    private final Mounts mounts;
    private final Content content;
    private final IntFunction<String> owners;

    HostFiles(Path root, Mounts mounts, Opener opener, IntFunction<String> owners) {
        this.root = new Root(root, mounts);
        this.mounts = mounts;
        this.content = new Content(opener);
        this.owners = owners;
    }

    static Opener opener() {
        return path -> Files.newByteChannel(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** The path of an entry of a folder. */
    public static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** Reads one file, following links beneath the root. */
    public Reading read(String path) {
        Resolution resolution = root.resolve(path);
        Reading reading = verbatim(path, resolution);
        return reading instanceof Reading.Text text ? text.withoutMark(BYTE_ORDER_MARK) : reading;
    }

    /** The same, with the byte order mark where there is one. */
    public Reading readVerbatim(String path) {
        return verbatim(path, root.resolve(path));
    }

    /** Which of some words stand in a file, whatever it is; none when it cannot be read. Only its first 256 MiB are searched. */
    public Set<String> search(String path, List<String> words) {
        return root.resolve(path) instanceof Resolution.Found found ? ByteSearch.find(found.path(), words) : Set.of();
    }

    /** A text that changes when the file does: its path without links, its size and its time. */
    public Optional<String> version(String path) {
        return root.resolve(path) instanceof Resolution.Found found
                ? ByteSearch.version(found.path()).map(version -> found.hostPath() + " " + version)
                : Optional.empty();
    }

    private Reading verbatim(String path, Resolution resolution) {
        return resolution instanceof Resolution.Found found
                ? read(path, found, StandardCharsets.UTF_8)
                : unresolved(path, resolution);
    }

    /** The same for any file, text or not: each character of the content is one byte. */
    public Reading readBytes(String path) {
        Resolution resolution = root.resolve(path);
        return resolution instanceof Resolution.Found found
                ? read(path, found, StandardCharsets.ISO_8859_1)
                : unresolved(path, resolution);
    }

    /** The path without links; empty when nothing is there or the way to it is closed. */
    public Optional<String> realPath(String path) {
        return root.resolve(path) instanceof Resolution.Found found ? Optional.of(found.hostPath()) : Optional.empty();
    }

    public boolean isDirectory(String path) {
        return root.resolve(path) instanceof Resolution.Found found && isDirectory(found.path());
    }

    /** The entries of a folder. */
    public Listing list(String path) {
        Resolution resolution = root.resolve(path);
        if (resolution instanceof Resolution.Found found) {
            return list(path, found);
        }
        return resolution instanceof Resolution.Refused refused
                ? new Listing.Unreadable(path, refused.reason())
                : new Listing.Missing(path);
    }

    /** Holds a folder open to look at its entries; empty when {@link #list} is to say what hinders that. */
    public Optional<OpenFolder> open(String path) {
        return root.resolve(path) instanceof Resolution.Found found
                ? OpenFolder.at(found, mounts, content.buffer())
                : Optional.empty();
    }

    ProcFiles proc() {
        return new ProcFiles(mounts, content);
    }

    Resolution resolve(String path) {
        return root.resolve(path);
    }

    private Reading read(String path, Resolution.Found found, Charset encoding) {
        try {
            FileStatus status = Looking.ask(found.path(), () -> FileStatus.of(found.path()));
            if (status.type() != FileType.REGULAR) {
                return new Reading.Unreadable(path, "is " + status.type().words());
            }
            Optional<String> text = status.size() > Content.MAX_BYTES
                    ? Optional.empty()
                    : Looking.ask(found.path(), () -> content.read(found.path(), encoding));
            if (text.isEmpty()) {
                return new Reading.Unreadable(path, TOO_LARGE);
            }
            boolean mayHoldNul = encoding.equals(StandardCharsets.ISO_8859_1) || mayHoldNul(found.hostPath());
            if (!mayHoldNul && text.get().indexOf('\0') >= 0) {
                return new Reading.Binary(path);
            }
            return new Reading.Text(path, found.hostPath(), text.get(), owners.apply(status.uid()), status.mode());
        } catch (IOException e) {
            return failed(path, e);
        }
    }

    private Listing list(String path, Resolution.Found found) {
        if (!isDirectory(found.path())) {
            return new Listing.Missing(path);
        }
        try {
            List<Path> inside = Looking.ask(found.path(), () -> entries(found.path()));
            List<Listing.Entry> entries = new ArrayList<>();
            for (Path entry : inside.subList(0, Math.min(inside.size(), MAX_ENTRIES))) {
                String name = String.valueOf(entry.getFileName());
                entries.add(new Listing.Entry(name, mounts.refuses(entry) || isDirectory(entry)));
            }
            return new Listing.Entries(entries, inside.size() <= MAX_ENTRIES);
        } catch (IOException e) {
            return unlisted(path, e);
        } catch (DirectoryIteratorException e) {
            return unlisted(path, Objects.requireNonNull(e.getCause()));
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

    private static boolean isDirectory(Path path) {
        try {
            return Looking.ask(path, () -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return false;
        }
    }

    private static Listing unlisted(String path, IOException failure) {
        return Failure.isMissing(failure)
                ? new Listing.Missing(path)
                : new Listing.Unreadable(path, Failure.reason(failure));
    }

    /** NUL separates variables in {@code /proc}, and lines in the swap files of vi. */
    private static boolean mayHoldNul(String hostPath) {
        return hostPath.startsWith(PROC) || hostPath.endsWith(".swp");
    }

    private static Reading unresolved(String path, Resolution resolution) {
        return resolution instanceof Resolution.Refused refused
                ? new Reading.Unreadable(path, refused.reason())
                : new Reading.Missing(path);
    }

    static Reading failed(String path, IOException failure) {
        return Failure.isMissing(failure)
                ? new Reading.Missing(path)
                : new Reading.Unreadable(path, Failure.reason(failure));
    }
}
