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
import java.util.Arrays;
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
    private final byte[] buffer;

    /** What a name in the folder stands for. */
    public enum Kind {
        SMALL_FILE,
        FOLDER,
        /** A link, a pipe, a large file, or nothing any more: for {@link HostFiles} to judge. */
        OTHER
    }

    private OpenFolder(SecureDirectoryStream<Path> folder, Resolution.Found place, Mounts mounts, byte[] buffer) {
        this.folder = folder;
        this.place = place;
        this.mounts = mounts;
        this.buffer = buffer;
    }

    /**
     * Empty when it cannot be opened so, for which {@link HostFiles#list} may have a reason.
     *
     * @param buffer what is read into it is wiped from it
     */
    @SuppressWarnings("StreamResourceLeak") // it is held open on purpose
    static Optional<OpenFolder> at(Resolution.Found place, Mounts mounts, byte[] buffer) {
        if (!Files.isDirectory(place.path(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            DirectoryStream<Path> stream = Files.newDirectoryStream(place.path());
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
        if (mounts.at(inner.path()).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new OpenFolder(folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS), inner, mounts, buffer));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The names in it, in order, to be asked for once; empty when not all of at most {@value HostFiles#MAX_ENTRIES} can be had. */
    public Optional<List<Path>> names() {
        List<Path> names = new ArrayList<>();
        try {
            for (Path entry : folder) {
                names.add(entry.getFileName());
                if (names.size() > HostFiles.MAX_ENTRIES) {
                    return Optional.empty();
                }
            }
        } catch (DirectoryIteratorException e) {
            return Optional.empty();
        }
        Collections.sort(names);
        return Optional.of(names);
    }

    /** Where an entry lies on the host, without links. */
    public String realPath(Path name) {
        return HostFiles.join(place.hostPath(), name.toString());
    }

    public Kind kind(Path name) {
        if (!mounts.types().isEmpty() && mounts.at(place.path().resolve(name)).isPresent()) {
            return Kind.FOLDER;
        }
        try {
            BasicFileAttributes attributes = folder.getFileAttributeView(
                            name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            if (attributes.isDirectory()) {
                return Kind.FOLDER;
            }
            return attributes.isRegularFile() && attributes.size() < buffer.length ? Kind.SMALL_FILE : Kind.OTHER;
        } catch (IOException e) {
            return Kind.OTHER;
        }
    }

    /** Whether a file that {@link #kind} has just called small was read whole, and the filter says no to it. */
    public boolean rulesOut(Path name, ByteFilter filter) {
        ByteBuffer into = ByteBuffer.wrap(buffer);
        try (SeekableByteChannel channel = folder.newByteChannel(name, READ)) {
            while (into.hasRemaining()) {
                if (channel.read(into) < 0) {
                    return !filter.matches(buffer, into.position());
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        } finally {
            Arrays.fill(buffer, 0, into.position(), (byte) 0);
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
