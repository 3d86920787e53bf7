package io.rolemeter.collect.logs;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.OpenedFile;
import io.rolemeter.collect.host.OpenedFile.Opening;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * What a log was before its last rotation, or an earlier one.
 *
 * @param packed with gzip
 */
record Predecessor(HostFiles files, String path, boolean packed, String identity, long size, Instant modified) {
    private static final int BUFFER = 64 << 10;

    /** Empty for what is no file, or cannot be opened. */
    static Optional<Predecessor> of(HostFiles files, String path) {
        if (!(OpenedFile.open(files, path) instanceof Opening.Opened opened)) {
            return Optional.empty();
        }
        try (OpenedFile file = opened.file()) {
            OpenedFile.Status status = file.status();
            return Optional.of(new Predecessor(
                    files, path, path.endsWith(".gz"), status.identity(), status.size(), status.modified()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether it begins like the log that was read up to there, and is no shorter. */
    boolean continues(Position position) {
        if (!packed && size < position.offset()) {
            return false;
        }
        try (OpenedFile file = open()) {
            return position.head().length() > 0 && position.head().begins(content(file));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * How much was read.
     *
     * @param bytes with those that had to be unpacked to come to where reading began
     * @param toEnd whether nothing is left
     */
    record Progress(long bytes, boolean toEnd) {}

    /** Finds errors behind so many bytes. */
    Progress read(long offset, long most, LogScan scan, Consumer<Mention> found) throws IOException {
        try (OpenedFile file = open()) {
            int context = (int) Math.min(LogScan.CONTEXT, offset);
            if (!packed) {
                long left = Math.max(0, size - offset);
                long read = scan.read(file.from(offset - context), context, Math.min(most, left), found);
                return new Progress(read, left <= most);
            }
            InputStream content = content(file);
            if (offset > most) {
                throw new IOException("too long to unpack");
            }
            content.skipNBytes(offset - context);
            long read = offset + scan.read(content, context, most - offset, found);
            return new Progress(read, content.read() < 0);
        }
    }

    private OpenedFile open() throws IOException {
        if (OpenedFile.open(files, path) instanceof Opening.Opened opened) {
            return opened.file();
        }
        throw new IOException("gone");
    }

    private InputStream content(OpenedFile file) throws IOException {
        return packed ? new GZIPInputStream(file.from(0), BUFFER) : file.from(0);
    }
}
