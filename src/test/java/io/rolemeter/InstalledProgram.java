package io.rolemeter;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** Programs that a test needs and the build does not bring. */
public final class InstalledProgram {
    private InstalledProgram() {}

    /** Where it is on the PATH; without it the test is skipped and says why, and fails where {@code CI} is {@code true}. */
    public static Path require(String name, String purpose) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> missing(name, purpose));
    }

    private static RuntimeException missing(String name, String purpose) {
        String what = "there is no `" + name + "` on the PATH to " + purpose + " (Debian has a package with it)";
        if ("true".equals(System.getenv("CI"))) {
            fail(what);
        }
        return new TestAbortedException(what);
    }
}
