package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the page calls this host. */
final class HostName {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /** The instance as the metadata service names it; while that does not answer, the name that the kernel has. */
    static String of(Diagnosis diagnosis) {
        return diagnosis
                .facts()
                .role()
                .flatMap(RoleFact::identity)
                .map(InstanceIdentity::instanceId)
                .or(HostName::ofKernel)
                .orElse("this host");
    }

    static Optional<String> ofKernel() {
        try {
            return Optional.of(SafeText.of(Files.readString(KERNEL).strip())).filter(name -> !name.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
