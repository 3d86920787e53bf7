package io.rolemeter.faults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this JVM holds: threads, and descriptors of sockets. */
record OwnResources(int threads, long sockets) {
    static OwnResources now() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return new OwnResources(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    descriptors.filter(OwnResources::isSocket).count());
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }

    boolean within(OwnResources before) {
        return threads <= before.threads && sockets <= before.sockets;
    }
}
