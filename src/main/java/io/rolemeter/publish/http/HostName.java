package io.rolemeter.publish.http;

import io.rolemeter.model.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the kernel calls this host: for whoever has to find it while the metadata service does not say which instance it is. */
final class HostName {
    private static final Path FILE = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    static Optional<String> ofKernel() {
        try {
            return Optional.of(SafeText.of(Files.readString(FILE).strip())).filter(name -> !name.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
