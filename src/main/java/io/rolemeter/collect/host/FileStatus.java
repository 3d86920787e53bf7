package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What the file system says about a path, not following a link.
 *
 * @param permissions the lower twelve bits of the mode
 * @param size in bytes; 0 for files of {@code /proc}
 */
record FileStatus(FileType type, int permissions, int uid, long size) {
    private static final int PERMISSION_BITS = 0xFFF;

    static FileStatus of(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:mode,uid,size", LinkOption.NOFOLLOW_LINKS);
        int mode = (int) number(attributes, "mode");
        return new FileStatus(
                FileType.of(mode), mode & PERMISSION_BITS, (int) number(attributes, "uid"), number(attributes, "size"));
    }

    /** Four octal digits. */
    String mode() {
        return String.format("%04o", permissions);
    }

    private static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name), name)).longValue();
    }
}
