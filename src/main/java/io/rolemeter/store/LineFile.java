package io.rolemeter.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;

/** A file of lines, in UTF-8, that others read while it is written anew: they see the old text or the new one, never a part. */
public final class LineFile {
    /** Why a folder, a device, a pipe or a link is neither read nor written. */
    public static final String NO_FILE = "is no regular file";

    private LineFile() {}

    /**
     * Writes a file beside it, which a crash may leave behind and the next call takes away, and puts that in its place.
     *
     * @param permissions as in {@code rw-r-----}, whatever the umask is
     * @throws IOException when it cannot; what was there stays
     */
    public static void replace(Path file, String text, String permissions) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path fresh = absolute.resolveSibling("." + absolute.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(permissions));
                channel.force(true);
            }
            Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * How much of a file is read.
     *
     * @param bytes in all
     * @param line bytes of one line
     */
    public record Limits(int bytes, int line) {}

    /**
     * Hands on one line after the other, the last one with or without its end.
     *
     * @throws IOException when it cannot be read, is no regular file or is over a limit; its message says so without the path
     */
    public static void read(Path file, Limits limits, Consumer<String> taker) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isRegularFile()) {
            throw new FileSystemException(null, null, NO_FILE);
        }
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            Pieces pieces = new Pieces(limits, taker);
            byte[] piece = new byte[8 << 10];
            for (int count = bytes.read(piece); count >= 0; count = bytes.read(piece)) {
                pieces.take(piece, count);
            }
            pieces.end();
        }
    }

    /** Puts lines together from the pieces in which a file is read. */
    private static final class Pieces {
        private final Limits limits;
        private final Consumer<String> taker;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long read;

        private Pieces(Limits limits, Consumer<String> taker) {
            this.limits = limits;
            this.taker = taker;
        }

        void take(byte[] piece, int length) throws FileSystemException {
            read += length;
            if (read > limits.bytes()) {
                throw new FileSystemException(null, null, "is larger than " + limits.bytes() + " bytes");
            }
            int from = 0;
            for (int at = 0; at < length; at++) {
                if (piece[at] == '\n') {
                    add(piece, from, at);
                    handOn();
                    from = at + 1;
                }
            }
            add(piece, from, length);
        }

        private void add(byte[] piece, int from, int to) throws FileSystemException {
            if (line.size() + to - from > limits.line()) {
                throw new FileSystemException(null, null, "has a line of over " + limits.line() + " bytes");
            }
            line.write(piece, from, to - from);
        }

        /** The last line may lack its end. */
        void end() {
            if (line.size() > 0) {
                handOn();
            }
        }

        private void handOn() {
            taker.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
