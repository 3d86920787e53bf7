package io.rolemeter.remember;

import io.rolemeter.model.Memory;
import io.rolemeter.store.LineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The file in the state directory. It is replaced as a whole, so that after a crash there is the old one or the new one; it
 * holds no secret, and only its owner may read it.
 */
final class StateFile {
    private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
    private static final String NAME = "history.jsonl";
    private static final LineFile.Limits LIMITS = new LineFile.Limits(4 << 20, 4 << 20);

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
        MemoryText.Reader reader = new MemoryText.Reader();
        try {
            LineFile.read(file(), LIMITS, reader::take);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    file() + " could not be read to its end (" + e.getClass().getSimpleName() + "): the rest is lost");
        }
        if (reader.lost() > 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    reader.lost() + " damaged line(s) of " + file() + " passed over; all others hold");
        }
        return reader.memory();
    }

    void write(Memory memory) throws IOException {
        LineFile.replace(file(), MemoryText.write(memory), "rw-------");
    }

    Path file() {
        return directory.resolve(NAME);
    }
}
