package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that is held open while its entries are looked at, so that the way to it is followed once and not once for each of
 * them, and nobody can put a link on that way meanwhile. Whatever is not an ordinary file or folder it leaves to
 * {@link HostFiles}. To be closed by whoever opened it.
 */
public final class OpenFolder implements AutoCloseable {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final SecureDirectoryStream<Path> folder;
    private final Resolution.Found place;
    private final Mounts mounts;
    private final boolean mountedIn;
    private final byte[] buffer;

    /** What a name in the folder stands for. */
    public enum Kind {
        SMALL_FILE,
        /** Also what does not tell what it is: whoever lists it is told why. */
        FOLDER,
        /** A link, a pipe, a large file, or nothing any more: for {@link HostFiles} to judge. */
        OTHER
    }

    /**
     * What an entry is.
     *
     * @param size in bytes, of a small file
     */
    public record Entry(Kind kind, int size) {
        private static final Entry FOLDER = new Entry(Kind.FOLDER, 0);
        private static final Entry OTHER = new Entry(Kind.OTHER, 0);
    }

    private OpenFolder(SecureDirectoryStream<Path> folder, Resolution.Found place, Mounts mounts, byte[] buffer) {
        this.folder = folder;
        this.place = place;
        this.mounts = mounts;
        this.mountedIn = mounts.refusesIn(place.path());
        this.buffer = buffer;
    }

    /**
     * Empty when it cannot be opened so, for which {@link HostFiles#list} may have a reason.
     *
     * @param buffer what is read into it is wiped from it
     */
    @SuppressWarnings("StreamResourceLeak") // it is held open on purpose
    static Optional<OpenFolder> at(Resolution.Found place, Mounts mounts, byte[] buffer) {
        try {
            if (!Looking.ask(place.path(), () -> Files.isDirectory(place.path(), LinkOption.NOFOLLOW_LINKS))) {
                return Optional.empty();
            }
            DirectoryStream<Path> stream = Looking.ask(place.path(), () -> Files.newDirectoryStream(place.path()));
            if (stream instanceof SecureDirectoryStream<Path> folder) {
                return Optional.of(new OpenFolder(folder, place, mounts, buffer));
            }
            stream.close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A folder in it, with the same conditions. */
    public Optional<OpenFolder> folder(Path name) {
        Resolution.Found inner = new Resolution.Found(place.path().resolve(name), realPath(name));
        if (mounts.refuses(inner.path())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OpenFolder(
                    Looking.ask(inner.path(), () -> folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)),
                    inner,
                    mounts,
                    buffer));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The names in it, in order, to be asked for once; empty when not all of at most {@value HostFiles#MAX_ENTRIES} can be had. */
    public Optional<List<Path>> names() {
        try {
            List<Path> names = Looking.ask(place.path(), this::unsorted);
            if (names.size() > HostFiles.MAX_ENTRIES) {
                return Optional.empty();
            }
            Collections.sort(names);
            return Optional.of(names);
        } catch (DirectoryIteratorException e) {
            return Optional.empty();
        }
    }

    private List<Path> unsorted() {
        List<Path> names = new ArrayList<>();
        for (Path entry : folder) {
            names.add(entry.getFileName());
            if (names.size() > HostFiles.MAX_ENTRIES) {
                break;
            }
        }
        return names;
    }

    /** Where an entry lies on the host, without links. */
    public String realPath(Path name) {
        return HostFiles.join(place.hostPath(), name.toString());
    }

    /** Asks what a name stands for. */
    public Entry entry(Path name) {
        if (mountedIn && mounts.refuses(path(name))) {
            return Entry.FOLDER;
        }
        try {
            BasicFileAttributes attributes = Looking.ask(
                    () -> path(name),
                    () -> folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .readAttributes());
            if (attributes.isDirectory()) {
                return Entry.FOLDER;
            }
            return attributes.isRegularFile() && attributes.size() < buffer.length
                    ? new Entry(Kind.SMALL_FILE, (int) attributes.size())
                    : Entry.OTHER;
        } catch (IOException e) {
            return Failure.isMissing(e) ? Entry.OTHER : Entry.FOLDER;
        }
    }

    /** In this process's own paths. */
    Path path() {
        return place.path();
    }

    /** The same of an entry. */
    Path path(Path name) {
        return place.path().resolve(name);
    }

    /** What {@link #rulesOut} may read into on the thread that opened this. */
    byte[] buffer() {
        return buffer;
    }

    /**
     * Whether a file that {@link #entry} has just called small was read whole, and the filter says no to it, which it can of no
     * UTF-16. For several threads, each with a buffer of its own.
     *
     * @param size in bytes, a moment ago
     */
    boolean rulesOut(Path name, int size, ByteFilter filter, byte[] buffer) {
        ByteBuffer into = ByteBuffer.wrap(buffer);
        try {
            return Looking.ask(() -> path(name), () -> readWhole(name, size, into))
                    && !Decoding.isUtf16(buffer, into.position())
                    && !filter.matches(buffer, into.position());
        } catch (IOException e) {
            return false;
        } finally {
            Wiping.wipe(buffer, into.position());
        }
    }

    /** A file that has given as much as it has is not asked whether it has more. */
    private boolean readWhole(Path name, int size, ByteBuffer into) throws IOException {
        try (SeekableByteChannel channel = folder.newByteChannel(name, READ)) {
            while (into.hasRemaining()) {
                if (channel.read(into) < 0 || into.position() == size) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            // Nothing was written that could be lost.
        }
    }
}
