package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for words in large files of any kind, a piece at a time. */
final class ByteSearch {
    private static final int PIECE = 1 << 20;
    private static final int OVERLAP = 256;
    private static final long MAX_BYTES = 256L << 20;

    private ByteSearch() {}

    /** Those of the words, at most {@value #OVERLAP} ASCII characters each, that stand in a regular file. */
    static Set<String> find(Path path, List<String> words) {
        Set<String> found = new HashSet<>();
        try (SeekableByteChannel channel = Looking.ask(path, () -> open(path))) {
            ByteBuffer buffer = ByteBuffer.allocate(PIECE + OVERLAP);
            long total = 0;
            while (total < MAX_BYTES && found.size() < words.size()) {
                int count = Looking.ask(path, () -> channel.read(buffer));
                if (count < 0) {
                    break;
                }
                total += count;
                String piece = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
                words.stream().filter(piece::contains).forEach(found::add);
                int kept = Math.min(OVERLAP, buffer.position());
                buffer.position(buffer.position() - kept).limit(buffer.position() + kept);
                buffer.compact();
            }
        } catch (IOException e) {
            return found;
        }
        return found;
    }

    private static SeekableByteChannel open(Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("not a regular file");
        }
        return HostFiles.opener().open(path);
    }

    static Optional<String> version(Path path) {
        try {
            BasicFileAttributes attributes = Looking.ask(
                    path, () -> Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            return Optional.of(attributes.size() + " " + attributes.lastModifiedTime());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
