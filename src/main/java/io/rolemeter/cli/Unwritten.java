package io.rolemeter.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a file could not be written, and who can help. */
final class Unwritten {
    private Unwritten() {}

    static CommandFailedException because(Path file, IOException refused) {
        return because(file, reason(refused));
    }

    /** @param reason what is in the way and what to do about it, as the rest of a sentence */
    static CommandFailedException because(Path file, String reason) {
        return new CommandFailedException("Cannot write " + file + ": " + reason + ".");
    }

    private static String reason(IOException refused) {
        if (refused instanceof AccessDeniedException) {
            return "this user may not write into its folder; run as one that may, or choose another folder";
        }
        if (refused instanceof NoSuchFileException) {
            return "its folder does not exist; create it";
        }
        if (refused instanceof FileSystemException refusal && refusal.getReason() != null) {
            return refusal.getReason();
        }
        return String.valueOf(refused.getMessage());
    }
}
