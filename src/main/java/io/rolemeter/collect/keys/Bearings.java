package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.HostFiles;
import java.util.List;

/**
 * Where a program is, which decides what its paths mean.
 *
 * @param home what {@code ~} stands for
 * @param workingDirectory what relative paths begin at
 */
record Bearings(String home, String workingDirectory) {
    /** As {@code systemd} and env files of containers hand it on unexpanded; botocore expands it, and no other SDK finds such a file. */
    private static final List<String> HOME = List.of("~/", "$HOME/", "${HOME}/");

    /** The absolute path that a program means. */
    String path(String written) {
        for (String prefix : HOME) {
            if (written.startsWith(prefix)) {
                return HostFiles.join(home, written.substring(prefix.length()));
            }
        }
        return written.startsWith("/") ? written : HostFiles.join(workingDirectory, written);
    }
}
