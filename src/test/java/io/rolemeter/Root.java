package io.rolemeter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Tests that only root can run, on Linux. */
final class Root {
    private Root() {}

    /** Skips the test, and says why, for another user. */
    static void require(String purpose) throws IOException {
        Path self = Path.of("/proc/self");
        if (!Files.exists(self) || !Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))) {
            System.out.println("SKIPPED: it takes root on Linux to " + purpose);
            throw new TestAbortedException("it takes root on Linux to " + purpose);
        }
    }
}
