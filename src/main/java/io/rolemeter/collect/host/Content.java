package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads small files whole. Not for use by several threads: one buffer serves all files, and is wiped after each.
 */
final class Content {
    static final int MAX_BYTES = 2 << 20;

    static final int SMALL = 64 << 10;

    private final Opener opener;
    private final byte[] small = new byte[SMALL];

    Content(Opener opener) {
        this.opener = opener;
    }

    /** For whoever reads files by himself between two others; to be left wiped. */
    byte[] buffer() {
        return small;
    }

    /** Empty when there are more than {@value #MAX_BYTES} bytes. */
    Optional<String> read(Path path, Decoding decoding) throws IOException {
        byte[] bytes = small;
        int length = 0;
        try (SeekableByteChannel channel = opener.open(path)) {
            while (true) {
                int count = channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
                if (count < 0) {
                    return Optional.of(decoding.of(bytes, length));
                }
                length += count;
                if (length > MAX_BYTES) {
                    return Optional.empty();
                }
                if (length == bytes.length) {
                    byte[] larger = Arrays.copyOf(bytes, Math.min(length * 4, MAX_BYTES + 1));
                    Wiping.wipe(bytes, length);
                    bytes = larger;
                }
            }
        } finally {
            Wiping.wipe(bytes, length);
        }
    }
}
