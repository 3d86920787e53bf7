package io.rolemeter.collect.host;

/** What came of reading one file. Its content is never part of {@code toString}. */
public sealed interface Reading {
    /**
     * A file, or a file beneath {@code /proc}.
     *
     * @param path as it was asked for
     * @param realPath the same with all links resolved, as seen on the host
     * @param content decoded leniently; of a file that is no text, whatever characters its bytes give, NUL among them
     * @param owner name of the user, or the number where there is no name
     * @param mode four octal digits
     */
    record Text(String path, String realPath, String content, String owner, String mode) implements Reading {
        @Override
        public String toString() {
            return path;
        }
    }

    /** There is no such file, or no such process any more. */
    record Missing(String path) implements Reading {}

    /** It is there and could not be read; {@code reason} is a few words, never content. */
    record Unreadable(String path, String reason) implements Reading {}
}
