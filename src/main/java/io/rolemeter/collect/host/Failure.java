package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What the operating system meant by refusing. */
final class Failure {
    private static final int MAX_REASON = 60;

    private Failure() {}

    /** Whether the file, a folder on the way or the process is simply not there. */
    static boolean isMissing(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return true;
        }
        String reason = reason(failure);
        return reason.equals("not a directory") || reason.equals("no such process");
    }

    /** A few lower-case words; the operating system's own where they are short, and never a path or content. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        String words = failure instanceof FileSystemException ofFile ? ofFile.getReason() : failure.getMessage();
        if (words == null || words.length() > MAX_REASON || words.startsWith("/")) {
            return "cannot be read";
        }
        // Java adds which option of its own forbade the link.
        String lower = words.toLowerCase(Locale.ROOT).replace(" (nofollow_links specified)", "");
        return lower.equals("operation not permitted") ? "permission denied" : lower;
    }
}
