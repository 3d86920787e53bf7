package io.rolemeter.remember;

import io.rolemeter.model.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The file in the state directory. It is replaced as a whole, so that after a crash there is the old one or the new one; it
 * holds no secret, and only its owner may read it.
 */
final class StateFile {
    private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
    private static final String NAME = "history.jsonl";
    private static final int MAX_SIZE = 4 * 1024 * 1024;

    private final Path directory;

    StateFile(Path directory) {
        this.directory = directory;
    }

    /** What was kept. Nothing, or less, when the file is not there, cannot be read or is damaged: the log says so. */
    Memory read() {
        if (Files.notExists(file(), LinkOption.NOFOLLOW_LINKS)) {
            return Memory.NONE;
        }
        if (!Files.isRegularFile(file(), LinkOption.NOFOLLOW_LINKS)) {
            LOG.log(System.Logger.Level.WARNING, file() + " is no ordinary file: the history begins anew");
            return Memory.NONE;
        }
        try (InputStream file = Files.newInputStream(file(), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = file.readNBytes(MAX_SIZE);
            MemoryText.Read read = MemoryText.read(new String(bytes, StandardCharsets.UTF_8).lines());
            if (read.lost() > 0) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        read.lost() + " damaged line(s) of " + file() + " passed over; all others hold");
            }
            return read.memory();
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    file() + " could not be read (" + e.getClass().getSimpleName() + "): the history begins anew");
            return Memory.NONE;
        }
    }

    void write(Memory memory) throws IOException {
        Path fresh = directory.resolve(NAME + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(MemoryText.write(memory).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Path file() {
        return directory.resolve(NAME);
    }
}
