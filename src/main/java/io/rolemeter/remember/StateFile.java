package io.rolemeter.remember;

import io.rolemeter.model.Memory;
import io.rolemeter.store.LineFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The file in the state directory. It is replaced as a whole, so that after a crash there is the old one or the new one; it
 * holds no secret, and only its owner may read it. What is another's, running or before, is left as it is.
 */
final class StateFile implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
    private static final String NAME = "history.jsonl";
    private static final String LOCK = "history.lock";
    private static final LineFile.Limits LIMITS = new LineFile.Limits(4 << 20, 4 << 20);

    private final Path directory;
    private boolean ours = true;
    private @Nullable FileChannel lock;

    StateFile(Path directory) {
        this.directory = directory;
    }

    /** Keeps it for this process until {@link #close}; while another process has it, this one does not write. */
    void claim() {
        try {
            FileChannel channel =
                    FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel;
            if (channel.tryLock() == null) {
                leave("is kept by another process");
            }
        } catch (OverlappingFileLockException e) {
            leave("is kept by this process already");
        } catch (IOException e) {
            // Where there can be no lock, there can mostly be no file: writing it will tell.
        }
    }

    /** What was kept. Nothing, or less, when the file is not there, cannot be read or is damaged: the log says so. */
    Memory read() {
        MemoryText.Reader reader = new MemoryText.Reader();
        try {
            if (!Files.readAttributes(file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile()) {
                warn("is no ordinary file: the history begins anew");
                return Memory.NONE;
            }
            LineFile.read(file(), LIMITS, reader::take);
        } catch (NoSuchFileException e) {
            return Memory.NONE;
        } catch (AccessDeniedException e) {
            leave("may not be read by this user");
        } catch (IOException e) {
            warn("could not be read to its end (" + e.getClass().getSimpleName() + "): the rest is lost");
        }
        if (reader.lost() > 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    reader.lost() + " damaged line(s) of " + file() + " passed over; all others hold");
        }
        return reader.memory();
    }

    private void leave(String why) {
        ours = false;
        warn(why
                + ": it is left as it is, and this history is kept in memory alone. Give the file to this user, or name"
                + " another directory with --state.directory");
    }

    private void warn(String clause) {
        LOG.log(System.Logger.Level.WARNING, file() + " " + clause);
    }

    void write(Memory memory) throws IOException {
        if (ours) {
            LineFile.replace(file(), MemoryText.write(memory), "rw-------");
        }
    }

    Path file() {
        return directory.resolve(NAME);
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            // The process ends, and the lock with it.
        }
    }
}
