package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * The files of a host, by their absolute paths on it. Only regular files of at most 2 MiB are opened. Not for use by several
 * threads.
 */
public final class HostFiles {
    /** Entries of one folder beyond this number are not seen, and said to be. */
    public static final int MAX_ENTRIES = FolderListing.MAX_ENTRIES;

    static final String TOO_LARGE = "larger than 2 MiB";

    private final Root root;
    private final Mounts mounts;
    private final Content content;
    private final FolderListing folders;
    private final IntFunction<String> owners;

    HostFiles(Path root, Mounts mounts, Opener opener, IntFunction<String> owners) {
        this(root, mounts, new Content(opener), owners);
    }

    private HostFiles(Path root, Mounts mounts, Content content, IntFunction<String> owners) {
        this.root = new Root(root, mounts);
        this.mounts = mounts;
        this.content = content;
        this.folders = new FolderListing(mounts);
        this.owners = owners;
    }

    /** Those beneath another root, read through the same buffer. */
    HostFiles beneath(Path otherRoot, Mounts itsMounts) {
        return new HostFiles(otherRoot, itsMounts, content, owners);
    }

    static Opener opener() {
        return path -> Files.newByteChannel(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** The path of an entry of a folder. */
    public static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** Reads one file, following links beneath the root: as UTF-8, or as UTF-16 where a byte order mark says so. */
    public Reading read(String path) {
        return read(path, Decoding.BY_MARK);
    }

    /** The same as UTF-8, with the byte order mark where there is one. */
    public Reading readVerbatim(String path) {
        return read(path, Decoding.UTF_8);
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

    /** The same undecoded: each character of the content is one byte. */
    public Reading readBytes(String path) {
        return read(path, Decoding.BYTES);
    }

    private Reading read(String path, Decoding decoding) {
        Resolution resolution = root.resolve(path);
        return resolution instanceof Resolution.Found found
                ? read(path, found, decoding)
                : unresolved(path, resolution);
    }

    /** The path without links; empty when nothing is there or the way to it is closed. */
    public Optional<String> realPath(String path) {
        return root.resolve(path) instanceof Resolution.Found found ? Optional.of(found.hostPath()) : Optional.empty();
    }

    /** Whether it is a directory, or leads to one; false also when that cannot be told. */
    public boolean isDirectory(String path) {
        try {
            return root.resolve(path) instanceof Resolution.Found found && FolderListing.isDirectory(found.path());
        } catch (IOException e) {
            return false;
        }
    }

    /** The entries of a folder. */
    public Listing list(String path) {
        return listing(path, folders::list);
    }

    /** The same, without asking which of them are directories. */
    Listing names(String path) {
        return listing(path, folders::names);
    }

    private Listing listing(String path, BiFunction<String, Path, Listing> lister) {
        Resolution resolution = root.resolve(path);
        if (resolution instanceof Resolution.Found found) {
            return lister.apply(path, found.path());
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

    private Reading read(String path, Resolution.Found found, Decoding decoding) {
        try {
            FileStatus status = Looking.ask(found.path(), () -> FileStatus.of(found.path()));
            if (status.type() != FileType.REGULAR) {
                return new Reading.Unreadable(path, "is " + status.type().words());
            }
            Optional<String> text = status.size() > Content.MAX_BYTES
                    ? Optional.empty()
                    : Looking.ask(found.path(), () -> content.read(found.path(), decoding));
            if (text.isEmpty()) {
                return new Reading.Unreadable(path, TOO_LARGE);
            }
            return new Reading.Text(path, found.hostPath(), text.get(), owners.apply(status.uid()), status.mode());
        } catch (IOException e) {
            return failed(path, e);
        }
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
