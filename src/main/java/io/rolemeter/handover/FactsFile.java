package io.rolemeter.handover;

import io.rolemeter.model.Place;
import io.rolemeter.store.FileStamp;
import io.rolemeter.store.LineFile;
import io.rolemeter.store.MalformedLineException;
import io.rolemeter.store.UnwrittenException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Where a scan leaves what it has seen. Its group may read it, nobody else. */
public final class FactsFile {
    private static final LineFile.Limits LIMITS = new LineFile.Limits(8 << 20, 256 << 10);
    private static final String PERMISSIONS = "rw-r-----";

    private final Path path;

    public FactsFile(Path path) {
        this.path = path;
    }

    /**
     * Puts new facts in the place of the old.
     *
     * @throws UnwrittenException when it cannot be written, or is there and no regular file
     */
    public void write(ScannedFacts facts) throws UnwrittenException {
        try {
            if (isSomethingElse()) {
                throw new FileSystemException(null, null, LineFile.NO_FILE);
            }
            LineFile.replace(path, FactsText.write(facts), PERMISSIONS);
        } catch (IOException refused) {
            throw new UnwrittenException(path, refused);
        }
    }

    /** Whether it is there, and a folder, a device, a pipe or a link. */
    public boolean isSomethingElse() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Changes whenever the file is written; empty while it is not there. */
    public Optional<FileStamp> stamp() {
        return FileStamp.of(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Reads all of it, or nothing: of a file with one wrong line nothing is believed. */
    public ScannedFacts read() throws RefusedFactsException {
        FactsText.Reader reader = new FactsText.Reader();
        try {
            LineFile.read(path, LIMITS, reader::take);
            return reader.facts();
        } catch (NoSuchFileException e) {
            throw new RefusedFactsException("is not there");
        } catch (AccessDeniedException e) {
            throw new RefusedFactsException("may not be read by this user");
        } catch (FileSystemException e) {
            throw new RefusedFactsException(Optional.ofNullable(e.getReason()).orElse("cannot be read"));
        } catch (IOException e) {
            throw new RefusedFactsException("broke off while it was read");
        } catch (FactsText.NewerFormatException e) {
            throw new RefusedFactsException("was written by a newer Rolemeter than this one");
        } catch (MalformedLineException e) {
            throw new RefusedFactsException(
                    "makes no sense at line " + reader.lines() + ", \"" + e.getMessage() + "\"");
        }
    }

    /**
     * When each place had last been read whole, by the scan that wrote the file; empty where it does not tell. It is what the next scan
     * wants, and stands in the first lines: to read no more takes a fifth of the time.
     */
    public Map<Place, Instant> lastComplete() {
        FactsText.PlacesReader reader = new FactsText.PlacesReader();
        try {
            LineFile.read(path, LIMITS, reader::take);
            return reader.lastComplete();
        } catch (IOException | MalformedLineException e) {
            return Map.of();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
