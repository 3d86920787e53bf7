package io.rolemeter.model;

import java.util.Optional;

/**
 * Where in the host something was found.
 *
 * @param path as seen on the host, without the root that it was read through
 * @param line the first line is 1; empty where lines mean nothing
 * @param pid of the process whose memory or arguments it is
 * @param owner name of the user who owns the file or process; the number where there is no name
 * @param mode four octal digits; empty for a process
 */
public record Location(
        String path, Optional<Integer> line, Optional<Integer> pid, Optional<String> owner, Optional<String> mode) {
    @Override
    public String toString() {
        return line.map(number -> path + ":" + number).orElse(path);
    }
}
