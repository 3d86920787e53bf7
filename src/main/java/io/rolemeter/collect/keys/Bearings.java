package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.HostFiles;

/**
 * Where a program is, which decides what its paths mean.
 *
 * @param home what {@code ~} stands for
 * @param workingDirectory what relative paths begin at
 */
record Bearings(String home, String workingDirectory) {
    /** The absolute path that a program means. */
    String path(String written) {
        if (written.startsWith("~/")) {
            return HostFiles.join(home, written.substring(2));
        }
        return written.startsWith("/") ? written : HostFiles.join(workingDirectory, written);
    }
}
