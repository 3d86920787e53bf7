package io.rolemeter.collect.keys;

import java.util.Optional;

/** The options that s3fs mounts with, on its command line and in the host's list of mounts. */
public final class S3fs {
    static final String NAME = "s3fs";
    private static final String PASSWORD_FILE = "passwd_file=";

    private S3fs() {}

    /** The file of keys that options name, between commas or white space. */
    public static Optional<String> passwordFile(String options) {
        int at = options.indexOf(PASSWORD_FILE);
        if (at < 0) {
            return Optional.empty();
        }
        int start = at + PASSWORD_FILE.length();
        int end = start;
        while (end < options.length() && options.charAt(end) != ',' && !Character.isWhitespace(options.charAt(end))) {
            end++;
        }
        return Optional.of(options.substring(start, end)).filter(path -> !path.isEmpty());
    }
}
