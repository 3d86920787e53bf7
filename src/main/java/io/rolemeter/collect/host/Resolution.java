package io.rolemeter.collect.host;

import java.nio.file.Path;

/** Where a host path leads once its links are followed. */
sealed interface Resolution {
    /**
     * Something is there; of what type is not known yet.
     *
     * @param path where this process opens it
     * @param hostPath the same as seen on the host, free of links
     */
    record Found(Path path, String hostPath) implements Resolution {}

    record Missing() implements Resolution {}

    record Refused(String reason) implements Resolution {}
}
