package io.rolemeter.cli;

import io.rolemeter.store.LineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file that others read while it is written anew: they see the old text or the new one, never a part. */
final class OutputFile {
    private static final String READABLE_BY_ALL = "rw-r--r--";

    private OutputFile() {}

    /**
     * Writes a file beside it and puts that in its place, with mode 0644; what was there stays when anything fails.
     *
     * @throws CommandFailedException when it cannot be written, or is there and no regular file
     */
    static void replace(Path file, String text) {
        Path absolute = file.toAbsolutePath().normalize();
        if (absolute.getParent() == null || isSomethingElse(absolute)) {
            throw Unwritten.because(file, "it is not a regular file; name one, or print and redirect");
        }
        try {
            LineFile.replace(absolute, text, READABLE_BY_ALL);
        } catch (IOException refused) {
            throw Unwritten.because(file, refused);
        }
    }

    private static boolean isSomethingElse(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
