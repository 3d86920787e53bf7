package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads small files whole. Not for use by several threads: one buffer serves all files, and is wiped after each.
 */
final class Content {
    static final int MAX_BYTES = 2 << 20;

    private static final int SMALL = 64 << 10;

    private final Opener opener;
    private final byte[] small = new byte[SMALL];

    Content(Opener opener) {
        this.opener = opener;
    }

    /** For whoever reads files by himself between two others; to be left wiped. */
    byte[] buffer() {
        return small;
    }

    /** Empty when there are more than {@value #MAX_BYTES} bytes. What is not UTF-8 becomes replacement characters; a byte order mark stays. */
    Optional<String> read(Path path) throws IOException {
        return read(path, StandardCharsets.UTF_8);
    }

    /** The same in another encoding. */
    Optional<String> read(Path path, Charset encoding) throws IOException {
        byte[] bytes = small;
        int length = 0;
        try (SeekableByteChannel channel = opener.open(path)) {
            while (true) {
                int count = channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
                if (count < 0) {
                    return Optional.of(new String(bytes, 0, length, encoding));
                }
                length += count;
                if (length > MAX_BYTES) {
                    return Optional.empty();
                }
                if (length == bytes.length) {
                    byte[] larger = Arrays.copyOf(bytes, Math.min(length * 4, MAX_BYTES + 1));
                    Arrays.fill(bytes, 0, length, (byte) 0);
                    bytes = larger;
                }
            }
        } finally {
            Arrays.fill(bytes, 0, length, (byte) 0);
        }
    }
}
